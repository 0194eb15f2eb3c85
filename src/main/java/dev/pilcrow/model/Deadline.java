package dev.pilcrow.model;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// The moment by which a question must be answered; every wait on its way is cut to what is left. Immutable.
///
/// @param clock tells the time
/// @param end the moment
public record Deadline(InstantSource clock, Instant end) {

    /// So long from now.
    public static Deadline in(Duration time, InstantSource clock) {
        return new Deadline(clock, clock.instant().plus(time));
    }

    /// What is left; never negative.
    public Duration remaining() {
        Duration left = Duration.between(clock.instant(), end);
        return left.isNegative() ? Duration.ZERO : left;
    }

    public boolean passed() {
        return remaining().isZero();
    }

    /// The same moment, or an earlier one when that time from now ends sooner.
    public Deadline within(Duration time) {
        Instant sooner = clock.instant().plus(time);
        return sooner.isBefore(end) ? new Deadline(clock, sooner) : this;
    }
}
