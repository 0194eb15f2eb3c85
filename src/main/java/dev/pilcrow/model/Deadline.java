package dev.pilcrow.model;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// The moment by which a question must be answered; every wait on its way is cut to what is left. Immutable.
///
/// @param clock tells the time
/// @param end the moment
/// @param shortened does one step have less than the question has, so that a step too long is nobody's fault?
public record Deadline(InstantSource clock, Instant end, boolean shortened) {

    /// So long from now, by a clock that nobody sets.
    public static Deadline in(Duration time) {
        Instant start = Instant.now();
        long nanos = System.nanoTime();
        return in(time, () -> start.plusNanos(System.nanoTime() - nanos));
    }

    static Deadline in(Duration time, InstantSource clock) {
        return new Deadline(clock, clock.instant().plus(time), false);
    }

    /// What is left; never negative.
    public Duration remaining() {
        Duration left = Duration.between(clock.instant(), end);
        return left.isNegative() ? Duration.ZERO : left;
    }

    /// The same moment, or an earlier one when that time from now ends sooner.
    public Deadline within(Duration time) {
        Instant sooner = clock.instant().plus(time);
        return sooner.isBefore(end) ? new Deadline(clock, sooner, true) : this;
    }
}
