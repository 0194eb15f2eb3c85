package dev.pilcrow.quantity;

import dev.pilcrow.quantity.Quantity.Kind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// The quantities found in one text so far: those it may be said to state, and among them those it commits itself to.
/// Remembers the number before, as the second number of a range tells what the first one counts.
final class Findings {

    private final Set<Quantity> stated = new HashSet<>();
    private final List<Quantity> claims = new ArrayList<>();
    private BigDecimal last = BigDecimal.ZERO;
    private int lastEnd = -1;
    private boolean lastClaimed;

    Set<Quantity> stated() {
        return stated;
    }

    Set<Quantity> claimed() {
        return new HashSet<>(claims);
    }

    void state(Kind kind, BigDecimal value) {
        stated.add(new Quantity(kind, value));
    }

    void state(BigDecimal value) {
        state(Kind.NUMBER, value);
    }

    /// States a quantity, and claims it too if the text is sure of it.
    void add(Kind kind, BigDecimal value, boolean sure) {
        Quantity quantity = new Quantity(kind, value);
        stated.add(quantity);
        if (sure) {
            claims.add(quantity);
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
