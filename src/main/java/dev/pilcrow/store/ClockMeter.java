package dev.pilcrow.store;

import io.github.bucket4j.TimeMeter;
import java.time.InstantSource;

/// A clock as limits read it. Thread-safe.
public record ClockMeter(InstantSource clock) implements TimeMeter {

    private static final long NANOS_A_MILLI = 1_000_000;

    @Override
    public long currentTimeNanos() {
        return clock.millis() * NANOS_A_MILLI;
    }

    @Override
    public boolean isWallClockBased() {
        return true;
    }
}
