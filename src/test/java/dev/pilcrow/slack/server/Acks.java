package dev.pilcrow.slack.server;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/// How long the bot took to acknowledge what it was told. Thread-safe.
public final class Acks {

    private final int most;
    private final Deque<Ack> acks = new ArrayDeque<>();
    private int late;
    private int failed;
    private int lost;

    /// One acknowledgement.
    ///
    /// @param type of what was acknowledged, as envelopes have it
    /// @param took from sending it on
    /// @param attempt how many deliveries of it failed before
    public record Ack(String type, Duration took, int attempt) {
    }

    Acks(int most) {
        this.most = most;
    }

    synchronized void add(Ack ack) {
        acks.add(ack);
        if (acks.size() > most) {
            acks.remove();
        }
    }

    synchronized void countLate() {
        late++;
    }

    synchronized void countFailed() {
        failed++;
    }

    synchronized void countLost() {
        lost++;
    }

    /// The newest, in order.
    public synchronized List<Ack> all() {
        return List.copyOf(acks);
    }

    /// How many came when the delivery was given up.
    public synchronized int late() {
        return late;
    }

    /// How many deliveries were not acknowledged in time or could not be made.
    public synchronized int failed() {
        return failed;
    }

    /// How many things the bot was never told.
    public synchronized int lost() {
        return lost;
    }

    /// What this share of the newest took at most, such as 0.999.
    public Duration percentile(double share) {
        List<Duration> sorted = all().stream().map(Ack::took).sorted().toList();
        if (sorted.isEmpty()) {
            throw new AssertionError("nothing was acknowledged");
        }
        return sorted.get(Math.clamp((long) Math.ceil(share * sorted.size()) - 1, 0, sorted.size() - 1));
    }
}
