package dev.pilcrow.limits;

import java.time.Duration;

/// Every limit on questions. A limit is a bucket that holds so many of them, and is filled evenly.
public enum Limit {
    /// What one person asks at a stretch.
    PERSON(10, 10, Duration.ofMinutes(1)),
    /// What one person asks in a day.
    PERSON_A_DAY(300, 300, Duration.ofDays(1)),
    /// What all ask in one conversation. Telegram takes 20 messages a minute in a group.
    CONVERSATION(30, 20, Duration.ofMinutes(1)),
    /// What all ask everywhere. Telegram takes about 30 messages a second.
    ALL(1000, 40, Duration.ofSeconds(1));

    private final int size;
    private final int refill;
    private final Duration period;

    Limit(int size, int refill, Duration period) {
        this.size = size;
        this.refill = refill;
        this.period = period;
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
}
