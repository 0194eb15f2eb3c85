package dev.pilcrow.quantity;

import java.math.BigDecimal;
import java.util.List;

/// A number as it stands in a text, before what follows it is read.
///
/// @param others further numbers that it may be read as
/// @param scale the power of ten at its end, which the number before in a range may share
/// @param word whether it may be a word or part of a name: then it counts only by what follows it
/// @param sure whether it is one definite number
record Numeral(int start, int end, BigDecimal value, List<BigDecimal> others, BigDecimal scale, boolean word,
        boolean sure) {

    /// A number that has no power of ten at its end.
    static Numeral of(int start, int end, BigDecimal value, List<BigDecimal> others, boolean word, boolean sure) {
        return new Numeral(start, end, value, others, BigDecimal.ONE, word, sure);
    }

}
