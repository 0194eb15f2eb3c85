package dev.pilcrow.evaluation;

import java.util.Arrays;

/// Measured times in nanoseconds. Not thread-safe.
final class Samples {

    private long[] nanos = new long[256];
    private int size;

    void add(long value) {
        if (size == nanos.length) {
            nanos = Arrays.copyOf(nanos, 2 * size);
        }
        nanos[size++] = value;
    }

    /// Runs something and adds the time it took.
    ///
    /// @return the time
    long time(Runnable work) {
        long start = System.nanoTime();
        work.run();
        long taken = System.nanoTime() - start;
        add(taken);
        return taken;
    }

    /// The value that this share of the samples does not exceed, in milliseconds.
    double millis(double share) {
        if (size == 0) {
            throw new IllegalStateException("nothing was measured");
        }
        long[] sorted = Arrays.copyOf(nanos, size);
        Arrays.sort(sorted);
        return sorted[(int) Math.ceil(share * size) - 1] / 1e6;
    }
}
