package dev.pilcrow.quantity;

import dev.pilcrow.quantity.Quantity.Kind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The quantities found in one text so far: those it may be said to state, and among them those it commits itself to.
/// Remembers the number before, as the second number of a range tells what the first one counts.
final class Findings {

    private final Set<Quantity> stated = new HashSet<>();
    private final List<Quantity> claims = new ArrayList<>();
    private final Map<BigDecimal, List<Set<String>>> units = new HashMap<>();
    private BigDecimal last = BigDecimal.ZERO;
    private int lastEnd = -1;
    private boolean lastClaimed;

    Set<Quantity> stated() {
        return stated;
    }

    Set<Quantity> claimed() {
        return new HashSet<>(claims);
    }

    /// Keeps what a number counts; nothing when no unit is said.
    void count(BigDecimal value, Set<String> counted) {
        units.computeIfAbsent(value.stripTrailingZeros(), number -> new ArrayList<>()).add(counted);
    }

    boolean countsNothing() {
        return units.values().stream().allMatch(counted -> counted.stream().allMatch(Set::isEmpty));
    }

    /// Does a claim count something here by another unit than this text does, wherever it has the number? One of a unit
    /// is said without a numeral too.
    boolean countsOtherwise(Findings claim) {
        return claim.units.entrySet().stream().filter(entry -> entry.getKey().compareTo(BigDecimal.ONE) != 0)
                .anyMatch(entry -> entry.getValue().stream().filter(counted -> !counted.isEmpty())
                        .anyMatch(counted -> isOther(counted, units.getOrDefault(entry.getKey(), List.of()))));
    }

    private static boolean isOther(Set<String> counted, List<Set<String>> here) {
        return !here.isEmpty() && here.stream()
                .allMatch(unit -> !unit.isEmpty() && Collections.disjoint(unit, counted));
    }

    void state(Kind kind, BigDecimal value) {
        stated.add(new Quantity(kind, value));
        if (kind == Kind.NUMBER && value.signum() > 0 && value.compareTo(BigDecimal.ONE) < 0) {
            stated.add(new Quantity(Kind.PERCENT, value.movePointRight(2)));
        }
    }

    void state(BigDecimal value) {
        state(Kind.NUMBER, value);
    }

    /// States a quantity, and claims it too if the text is sure of it.
    void add(Kind kind, BigDecimal value, boolean sure) {
        state(kind, value);
        if (sure) {
            claims.add(new Quantity(kind, value));
        }
    }

    /// Keeps the number that ends at an offset, as it was written before any unit.
    void remember(BigDecimal value, int end, boolean claimed) {
        last = value;
        lastEnd = end;
        lastClaimed = claimed;
    }

    BigDecimal last() {
        return last;
    }

    /// Where the number before ends, or -1.
    int lastEnd() {
        return lastEnd;
    }

    /// Takes back the claim of the number before: what follows tells that it means another one.
    ///
    /// @return whether there was one
    boolean unclaimLast() {
        if (lastClaimed) {
            claims.removeLast();
        }
        boolean claimed = lastClaimed;
        lastClaimed = false;
        return claimed;
    }
}
