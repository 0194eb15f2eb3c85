package dev.pilcrow.slack.server;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;

/// What the bot is shown doing in the threads of a place, what they are called, and what it suggests to ask. Thread-safe.
public final class Sessions {

    private static final Duration SHOWN = Duration.ofMinutes(2);

    private final World world;
    private final int most;
    private final Map<String, Status> now;
    private final Deque<Status> all = new ArrayDeque<>();
    private final Map<String, Boolean> begun;
    private final Map<String, String> titles;
    private final Map<String, List<Prompt>> prompts;

    /// Something that the bot was shown doing.
    ///
    /// @param thread the number of the thread
    /// @param status what is shown, or the name of the session's state
    /// @param loading what is shown in turn
    public record Status(String thread, String status, List<String> loading, Instant at) {
    }

    /// Something that can be asked with a tap.
    public record Prompt(String title, String message) {
    }

    Sessions(World world) {
        this.world = world;
        most = world.setup().kept();
        now = new Newest<>(most);
        begun = new Newest<>(most);
        titles = new Newest<>(most);
        prompts = new Newest<>(most);
    }

    /// What is shown in a thread now; empty for nothing. It is gone after two minutes, and when the bot says something.
    public synchronized String status(String thread) {
        Status status = now.get(thread);
        return status == null || status.at().plus(SHOWN).isBefore(world.now()) ? "" : status.status();
    }

    /// The newest that were ever shown, in order.
    public synchronized List<Status> statuses() {
        return List.copyOf(all);
    }

    /// What a thread is called; empty for nothing.
    public synchronized String title(String thread) {
        return titles.getOrDefault(thread, "");
    }

    /// What is suggested in a thread; in the whole place for an empty one.
    public synchronized List<Prompt> prompts(String thread) {
        return prompts.getOrDefault(thread, List.of());
    }

    synchronized void show(String thread, String status, List<String> loading) {
        Status shown = new Status(thread, status, List.copyOf(loading), world.now());
        all.add(shown);
        if (all.size() > most) {
            all.remove();
        }
        now.put(thread, shown);
    }

    /// A thread begins without a message.
    synchronized void begin(String thread) {
        begun.put(thread, true);
    }

    synchronized boolean isBegun(String thread) {
        return begun.containsKey(thread);
    }

    synchronized void said(String thread) {
        now.remove(thread);
    }

    synchronized void title(String thread, String title) {
        titles.put(thread, title);
    }

    synchronized void prompts(String thread, List<Prompt> suggested) {
        prompts.put(thread, List.copyOf(suggested));
    }
}
