package dev.pilcrow.ops;

import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.stream.LongStream;

/// The bounds between which durations are counted: from what the disk takes to what a reader waits at most.
final class Buckets {

    private static final Duration[] BOUNDS = LongStream
            .of(2, 5, 10, 25, 50, 100, 250, 500, 1_000, 2_500, 5_000, 10_000, 20_000, 45_000, 60_000)
            .mapToObj(Duration::ofMillis).toArray(Duration[]::new);

    private Buckets() {
    }

    /// A timer that has them.
    static Timer.Builder of(Timer.Builder timer) {
        return timer.serviceLevelObjectives(BOUNDS);
    }
}
