package dev.pilcrow;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;

/// How a process fared over a time, in four quarters. Something grows when its median in the last quarter is above that in
/// the first by more than what is allowed and by more than twice the most that it varies within a quarter: what leaks
/// evenly grows three times as much as it varies so, whatever its speed, and what only goes up and down grows by less.
///
/// @param moments at least two a quarter, in order
/// @param allowed what each may grow in any case
record VitalsCourse(List<Vitals> moments, Vitals allowed) {

    private static final int QUARTERS = 4;
    private static final int MEBIBYTE_BITS = 20;

    VitalsCourse {
        moments = List.copyOf(moments);
        if (moments.size() < 2 * QUARTERS) {
            throw new IllegalArgumentException("too few moments: " + moments.size());
        }
    }

    /// What grows.
    List<String> growing() {
        List<String> growing = new ArrayList<>();
        if (grows(Vitals::heap)) {
            growing.add("heap");
        }
        if (grows(Vitals::threads)) {
            growing.add("threads");
        }
        if (grows(Vitals::descriptors)) {
            growing.add("descriptors");
        }
        return growing;
    }

    private boolean grows(ToLongFunction<Vitals> one) {
        long grown = median(quarter(QUARTERS - 1, one)) - median(quarter(0, one));
        long varies = IntStream.range(0, QUARTERS).mapToObj(number -> quarter(number, one))
                .mapToLong(sorted -> sorted.getLast() - sorted.getFirst()).max().orElseThrow();
        return grown > Math.max(one.applyAsLong(allowed), 2 * varies);
    }

    private List<Long> quarter(int number, ToLongFunction<Vitals> one) {
        int size = moments.size();
        return moments.subList(number * size / QUARTERS, (number + 1) * size / QUARTERS).stream()
                .map(one::applyAsLong).sorted().toList();
    }

    private static long median(List<Long> sorted) {
        return sorted.get(sorted.size() / 2);
    }

    /// As it is printed, from the first quarter to the last.
    @Override
    public String toString() {
        return "heap_mib=" + told(vitals -> vitals.heap() >> MEBIBYTE_BITS) + " threads=" + told(Vitals::threads)
                + " descriptors=" + told(Vitals::descriptors);
    }

    private String told(ToLongFunction<Vitals> one) {
        return median(quarter(0, one)) + "->" + median(quarter(QUARTERS - 1, one));
    }
}
