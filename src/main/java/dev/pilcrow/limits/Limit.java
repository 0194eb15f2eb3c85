package dev.pilcrow.limits;

import io.github.bucket4j.Bandwidth;
import java.time.Duration;

/// Every limit on questions. A limit is a bucket that holds so many of them, and is filled evenly.
///
/// Where the database counts for several processes and does not answer within a second, a limit that fails open lets the
/// question pass uncounted: nobody is refused for our failure. One that does not has the question wait until it is counted.
public enum Limit {
    /// What one person asks at a stretch.
    PERSON(10, 10, Duration.ofMinutes(1), true),
    /// What one person asks in a day.
    PERSON_A_DAY(300, 300, Duration.ofDays(1), true),
    /// What all ask in one conversation. Telegram takes 20 messages a minute in a group.
    CONVERSATION(30, 20, Duration.ofMinutes(1), true),
    /// What all ask everywhere, of all processes. Telegram takes about 30 messages a second. It alone stands between a crowd
    /// and the bill of a model, so it does not fail open.
    ALL(1000, 40, Duration.ofSeconds(1), false);

    private final int size;
    private final int refill;
    private final Duration period;
    private final boolean failsOpen;

    Limit(int size, int refill, Duration period, boolean failsOpen) {
        this.size = size;
        this.refill = refill;
        this.period = period;
        this.failsOpen = failsOpen;
    }

    /// Questions that may come at once.
    public int size() {
        return size;
    }

    /// Questions that are allowed anew in each period.
    public int refill() {
        return refill;
    }

    public Duration period() {
        return period;
    }

    /// Is a question let pass that cannot be counted?
    public boolean failsOpen() {
        return failsOpen;
    }

    Bandwidth bandwidth() {
        return Bandwidth.builder().capacity(size).refillGreedy(refill, period).build();
    }
}
