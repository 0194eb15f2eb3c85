package dev.pilcrow.inbox;

import dev.pilcrow.chat.Action;
import dev.pilcrow.chat.Delivery;
import dev.pilcrow.chat.Health;
import dev.pilcrow.chat.Intake;
import dev.pilcrow.chat.MessageId;
import dev.pilcrow.chat.Pages;
import dev.pilcrow.chat.Person;
import dev.pilcrow.chat.Place;
import dev.pilcrow.chat.Platform;
import dev.pilcrow.chat.Post;
import dev.pilcrow.chat.Posted;
import dev.pilcrow.chat.Reaction;
import dev.pilcrow.chat.Surface;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A platform in memory: what was posted stands there, and any call can be made to fail. Thread-safe.
final class MemoryPlatform implements Platform {

    /// A message as it stands.
    record Shown(MessageId id, @Nullable MessageId answering, Post post, int edits) {

        String text() {
            return post.message().text();
        }
    }

    /// What the bot asks of the platform.
    enum Call {
        POST, EDIT
    }

    static final String NAME = "memory";
    private static final int LONGEST = 4096;
    private static final Duration AGAIN = Duration.ofMillis(50);

    private final Map<MessageId, Shown> shown = new LinkedHashMap<>();
    private final Map<MessageId, Reaction> reactions = new LinkedHashMap<>();
    private final List<String> acknowledged = new ArrayList<>();
    private final List<String> typed = new ArrayList<>();
    private final Map<String, MessageId> keyed = new HashMap<>();
    private final List<Surface> surfaces = new ArrayList<>();
    private final Set<String> gone = new HashSet<>();
    private final Queue<Delivery> waiting = new ArrayDeque<>();
    private Function<Call, @Nullable Posted> faults = _ -> null;
    private Predicate<Call> lost = _ -> false;
    private boolean reactionsAllowed = true;
    private volatile @Nullable Intake intake;
    private volatile Health health = Health.GOOD;
    private volatile Duration pace = Duration.ofMillis(20);
    private volatile Duration slowness = Duration.ZERO;
    private int last;

    static Place place(String chat) {
        return new Place(NAME, "bot", chat, "", true);
    }

    /// Hands over what is new, and all that was not taken before; what is not taken now is handed over again later.
    void deliver(Delivery... deliveries) {
        synchronized (waiting) {
            Collections.addAll(waiting, deliveries);
            Intake to = intake;
            if (to == null || waiting.isEmpty()) {
                return;
            }
            try {
                to.accept(List.copyOf(waiting));
                waiting.clear();
            } catch (RuntimeException refused) {
                Thread.startVirtualThread(this::deliverAgain);
            }
        }
    }

    private void deliverAgain() {
        try {
            Thread.sleep(AGAIN);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        deliver();
    }

    /// Deletes a message.
    synchronized void delete(MessageId message) {
        shown.remove(message);
    }

    /// From now on the bot may not write in a chat.
    synchronized void close(String chat) {
        gone.add(chat);
    }

    /// The button with this label.
    synchronized Action action(MessageId message, String label) {
        return Objects.requireNonNull(shown.get(message)).post().rows().stream().flatMap(List::stream)
                .filter(button -> button.label().equals(label)).findFirst().orElseThrow().action();
    }

    /// Lets calls do their work, without the bot being told so.
    synchronized void loseWhen(Predicate<Call> lost) {
        this.lost = lost;
    }

    /// Makes calls fail, without anything being done.
    synchronized void failWith(Function<Call, @Nullable Posted> faults) {
        this.faults = faults;
    }

    void allowReactions(boolean allowed) {
        reactionsAllowed = allowed;
    }

    void setHealth(Health health) {
        this.health = health;
    }

    void setPace(Duration pace) {
        this.pace = pace;
    }

    void setSlowness(Duration slowness) {
        this.slowness = slowness;
    }

    synchronized List<Shown> shown() {
        return List.copyOf(shown.values());
    }

    synchronized List<Shown> shown(String chat) {
        return shown.values().stream().filter(one -> one.id().chat().equals(chat)).toList();
    }

    synchronized String texts() {
        return shown.values().stream().map(Shown::text).collect(Collectors.joining("\n"));
    }

    synchronized Map<MessageId, Reaction> reactions() {
        return Map.copyOf(reactions);
    }

    synchronized List<String> acknowledged() {
        return List.copyOf(acknowledged);
    }

    synchronized List<String> typed() {
        return List.copyOf(typed);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public int longestText() {
        return LONGEST;
    }

    @Override
    public Duration pace(Place place) {
        return pace;
    }

    @Override
    public void start(Intake intake) {
        this.intake = intake;
        deliver();
    }

    @Override
    public boolean hasWindows() {
        return true;
    }

    @Override
    public boolean followsThreads() {
        return true;
    }

    @Override
    public Optional<String> language(Person person) {
        return Optional.empty();
    }

    @Override
    public synchronized Posted find(Place place, @Nullable MessageId answering, String key) {
        return Optional.ofNullable(keyed.get(key))
                .filter(message -> message.chat().equals(place.chat()) && shown.containsKey(message))
                .<Posted>map(Posted.Sent::new).orElse(new Posted.Refused(Posted.Reason.MISSING));
    }

    @Override
    public synchronized Posted show(Place place, Surface surface) {
        surfaces.add(surface);
        return new Posted.Sent(new MessageId(place.chat(), "surface" + surfaces.size()));
    }

    @Override
    public synchronized void rest(Place place) {
        typed.add("rest " + place.chat());
    }

    @Override
    public Posted post(Place place, @Nullable MessageId answering, Post post, String key) {
        pause();
        synchronized (this) {
            Posted fault = faults.apply(Call.POST);
            if (fault != null) {
                return fault;
            }
            if (gone.contains(place.chat())) {
                return new Posted.Refused(Posted.Reason.GONE);
            }
            MessageId id = new MessageId(place.chat(), Integer.toString(++last));
            shown.put(id, new Shown(id, answering, fitted(post), 0));
            keyed.put(key, id);
            return sent(Call.POST, id);
        }
    }

    @Override
    public Posted edit(Place place, MessageId message, Post post) {
        pause();
        synchronized (this) {
            Posted fault = faults.apply(Call.EDIT);
            if (fault != null) {
                return fault;
            }
            if (gone.contains(message.chat())) {
                return new Posted.Refused(Posted.Reason.GONE);
            }
            Shown before = shown.get(message);
            if (before == null) {
                return new Posted.Refused(Posted.Reason.MISSING);
            }
            shown.put(message, new Shown(message, before.answering(), fitted(post), before.edits() + 1));
            return sent(Call.EDIT, message);
        }
    }

    private Posted sent(Call call, MessageId message) {
        return lost.test(call) ? new Posted.Unknown() : new Posted.Sent(message);
    }

    /// As much of a post as a message holds.
    private static Post fitted(Post post) {
        return new Post(Pages.of(post.message(), LONGEST).getFirst(), post.rows(), post.quote());
    }

    private void pause() {
        try {
            Thread.sleep(slowness);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public synchronized void typing(Place place, String subject) {
        typed.add(place.chat());
    }

    @Override
    public synchronized boolean react(Place place, MessageId message, Reaction reaction) {
        boolean allowed = reactionsAllowed && !gone.contains(place.chat());
        if (allowed) {
            reactions.put(message, reaction);
        }
        return allowed;
    }

    @Override
    public synchronized void acknowledge(String press, @Nullable String toast) {
        acknowledged.add(press + (toast == null ? "" : " " + toast));
    }

    @Override
    public Health health() {
        return intake == null ? Health.SILENT : health;
    }

    @Override
    public void stop() {
        synchronized (waiting) {
            intake = null;
        }
    }

    @Override
    public void close() {
        stop();
    }
}
