package dev.pilcrow.standin;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.random.RandomGenerator;

/// What is to go wrong, method by method. Thread-safe.
public final class Faults {

    private final Map<String, Queue<Fault>> next = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final Map<String, Risk> risks = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    private record Risk(double share, List<Fault> faults, RandomGenerator random) {
    }

    public synchronized void add(String method, List<Fault> faults) {
        next.computeIfAbsent(method, _ -> new ArrayDeque<>()).addAll(faults);
    }

    public synchronized void risk(String method, double share, List<Fault> faults, RandomGenerator random) {
        risks.put(method, new Risk(share, List.copyOf(faults), random));
    }

    public synchronized void clear() {
        next.clear();
        risks.clear();
    }

    /// What goes wrong with the next request of this method.
    public synchronized Fault take(String method) {
        Fault fault = next.getOrDefault(method.toLowerCase(Locale.ROOT), new ArrayDeque<>()).poll();
        if (fault != null) {
            return fault;
        }
        Risk risk = risks.get(method);
        return risk != null && risk.random.nextDouble() < risk.share
                ? risk.faults.get(risk.random.nextInt(risk.faults.size()))
                : new Fault.None();
    }
}
