package dev.pilcrow.inbox;

import dev.pilcrow.chat.Delivery;
import dev.pilcrow.chat.Health;
import dev.pilcrow.chat.Intake;
import dev.pilcrow.chat.MessageId;
import dev.pilcrow.chat.Place;
import dev.pilcrow.chat.Platform;
import dev.pilcrow.chat.Post;
import dev.pilcrow.chat.Posted;
import dev.pilcrow.chat.Reaction;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
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

    private final Map<MessageId, Shown> shown = new LinkedHashMap<>();
    private final Map<MessageId, Reaction> reactions = new LinkedHashMap<>();
    private final List<String> acknowledged = new ArrayList<>();
    private final List<String> typed = new ArrayList<>();
    private Function<Call, @Nullable Posted> faults = _ -> null;
    private boolean reactionsAllowed = true;
    private @Nullable Intake intake;
    private volatile Health health = Health.GOOD;
    private volatile Duration pace = Duration.ofMillis(20);
    private volatile Duration slowness = Duration.ZERO;
    private int last;

    static Place place(String chat) {
        return new Place(NAME, "bot", chat, "", true);
    }

    void deliver(Delivery... deliveries) {
        Intake to = intake;
        if (to == null) {
            throw new IllegalStateException("not started");
        }
        to.accept(List.of(deliveries));
    }

    /// Makes calls fail; whoever gives {@link Posted.Unknown} decides with `applied` whether the call did its work.
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
        return 4096;
    }

    @Override
    public Duration pace(Place place) {
        return pace;
    }

    @Override
    public void start(Intake intake) {
        this.intake = intake;
    }

    @Override
    public Posted post(Place place, @Nullable MessageId answering, Post post) {
        rest();
        synchronized (this) {
            Posted fault = faults.apply(Call.POST);
            if (fault != null) {
                return fault;
            }
            MessageId id = new MessageId(place.chat(), Integer.toString(++last));
            shown.put(id, new Shown(id, answering, post, 0));
            return new Posted.Sent(id);
        }
    }

    @Override
    public Posted edit(Place place, MessageId message, Post post) {
        rest();
        synchronized (this) {
            Posted fault = faults.apply(Call.EDIT);
            if (fault != null) {
                return fault;
            }
            Shown before = shown.get(message);
            if (before == null) {
                return new Posted.Refused(Posted.Reason.MISSING);
            }
            shown.put(message, new Shown(message, before.answering(), post, before.edits() + 1));
            return new Posted.Sent(message);
        }
    }

    private void rest() {
        try {
            Thread.sleep(slowness);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public synchronized void typing(Place place) {
        typed.add(place.chat());
    }

    @Override
    public synchronized boolean react(Place place, MessageId message, Reaction reaction) {
        if (reactionsAllowed) {
            reactions.put(message, reaction);
        }
        return reactionsAllowed;
    }

    @Override
    public synchronized void acknowledge(String press, @Nullable String toast) {
        acknowledged.add(press + (toast == null ? "" : " " + toast));
    }

    @Override
    public Health health() {
        return health;
    }

    @Override
    public void stop() {
        intake = null;
    }

    @Override
    public void close() {
        stop();
    }
}
