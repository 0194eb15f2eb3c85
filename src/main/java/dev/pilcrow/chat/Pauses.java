package dev.pilcrow.chat;

import java.time.Duration;
import java.util.concurrent.atomic.LongAdder;

/// How often a platform has wanted the bot to wait since the start, and for how long in all. Thread-safe.
public final class Pauses {

    private final LongAdder count = new LongAdder();
    private final LongAdder millis = new LongAdder();

    /// Counts one.
    public void add(Duration asked) {
        count.increment();
        millis.add(asked.toMillis());
    }

    public long count() {
        return count.sum();
    }

    public Duration total() {
        return Duration.ofMillis(millis.sum());
    }
}
