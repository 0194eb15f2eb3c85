package dev.pilcrow.quantity;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads numbers written in English words: one hundred and fifty, twenty-first, two-thirds, half a million. Thread-safe.
final class EnglishNumerals {

    private static final BigDecimal TEN = BigDecimal.TEN;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    static final BigDecimal HALF = new BigDecimal("0.5");

    private EnglishNumerals() {
    }

    /// The number that begins with the word between two offsets, or null when the word begins none.
    static @Nullable Numeral read(String text, int start, int end) {
        String word = text.substring(start, end);
        if (word.equals("half")) {
            return half(text, start, end);
        }
        BigDecimal portion = portion(text, end, word);
        if (portion != null) {
            int after = portionEnd(text, end);
            BigDecimal span = text.startsWith(" of a ", after) ? span(text, after + 6) : null;
            if (span != null) {
                int spanEnd = QuantityWords.latinEnd(text, after + 6);
                return Numeral.of(start, spanEnd, portion.multiply(span), List.of(portion), false, true);
            }
            return Numeral.of(start, after, portion, List.of(), false, true);
        }
        boolean article = word.equals("a") || word.equals("an");
        BigDecimal span = article ? span(text, end + 1) : null;
        if (span != null) {
            return Numeral.of(start, QuantityWords.latinEnd(text, end + 1), span, List.of(), false, true);
        }
        if (article && scale(text, QuantityWords.space(text, end)) != null) {
            return new Compound(text, BigDecimal.ONE).read(start, end);
        }
        BigDecimal cardinal = QuantityWords.value("CARDINAL", word);
        if (cardinal != null) {
            return new Compound(text, cardinal).read(start, end);
        }
        BigDecimal ordinal = ordinal(word);
        boolean part = text.startsWith("a ", start - 2) || text.startsWith("one ", start - 4);
        List<BigDecimal> others = ordinal != null && part ? List.of(share(BigDecimal.ONE, ordinal)) : List.of();
        return ordinal == null ? null : Numeral.of(start, end, ordinal, others, false, !word.endsWith("s"));
    }

    /// "half of" is a number; in "the first half" it is none.
    private static Numeral half(String text, int start, int end) {
        int scaled = text.startsWith(" a ", end) ? end + 3 : end + 1;
        BigDecimal span = span(text, scaled);
        if (span != null) {
            int spanEnd = QuantityWords.latinEnd(text, scaled);
            return Numeral.of(start, spanEnd, HALF.multiply(span), List.of(HALF), false, true);
        }
        boolean sure = text.startsWith(" of ", end) || scale(text, scaled) != null
                || text.startsWith("one", start - 4) && start >= 4;
        int after = scale(text, scaled) == null ? end : scaled - 1;
        return Numeral.of(start, after, HALF, List.of(), false, sure);
    }

    /// A third of, two-thirds, three quarters of: the value, or null.
    private static @Nullable BigDecimal portion(String text, int end, String word) {
        BigDecimal above = word.equals("a") ? BigDecimal.ONE : QuantityWords.value("CARDINAL", word);
        if (above == null || above.signum() == 0 || above.compareTo(TEN) >= 0 || !gap(text, end)) {
            return null;
        }
        int last = QuantityWords.latinEnd(text, end + 1);
        String name = text.substring(end + 1, last);
        boolean many = above.compareTo(BigDecimal.ONE) > 0;
        String stem = many && name.endsWith("s") ? name.substring(0, name.length() - 1) : name;
        BigDecimal below = stem.equals("quarter") ? BigDecimal.valueOf(4) : ordinal(stem);
        boolean marked = text.startsWith(" of", last) || text.charAt(end) == '-' || many && ordinal(stem) != null;
        return below == null || many == stem.equals(name) || !marked
                ? null
                : share(above, below);
    }

    private static BigDecimal share(BigDecimal above, BigDecimal below) {
        return above.divide(below, MathContext.DECIMAL32);
    }

    private static int portionEnd(String text, int end) {
        int last = QuantityWords.latinEnd(text, end + 1);
        boolean counts = text.startsWith(" of a ", last)
                && (text.startsWith("percent", last + 6) || scale(text, last + 6) != null);
        return counts ? last + 5 : last;
    }

    private static @Nullable BigDecimal ordinal(String word) {
        BigDecimal value = QuantityWords.value("ORDINAL", word);
        return value != null || !word.endsWith("s")
                ? value
                : QuantityWords.value("ORDINAL", word.substring(0, word.length() - 1));
    }

    private static boolean gap(String text, int at) {
        return at + 1 < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '-')
                && QuantityWords.latin(text, at + 1);
    }

    /// The power of ten, dozen or decade that begins at an offset, or null.
    static @Nullable BigDecimal scale(String text, int at) {
        if (!QuantityWords.latin(text, at)) {
            return null;
        }
        String word = text.substring(at, QuantityWords.latinEnd(text, at));
        BigDecimal scale = QuantityWords.value("SCALE", word);
        return scale != null ? scale : QuantityWords.value("MULTIPLE", word);
    }

    /// The years of the decade or century that begins at an offset, or null.
    private static @Nullable BigDecimal span(String text, int at) {
        return QuantityWords.latin(text, at)
                ? QuantityWords.value("SPAN", text.substring(at, QuantityWords.latinEnd(text, at)))
                : null;
    }

    /// Adds up the words of one number.
    private static final class Compound {

        private final String text;
        private BigDecimal total = BigDecimal.ZERO;
        private BigDecimal section;
        private boolean ordinal;

        private Compound(String text, BigDecimal first) {
            this.text = text;
            section = first;
        }

        private Numeral read(int start, int first) {
            int end = first;
            boolean more = true;
            while (more) {
                int next = gap(text, end) ? end + 1 : end;
                boolean and = text.startsWith("and ", next) && next > end
                        && total.add(section).compareTo(HUNDRED) >= 0;
                next = and ? next + 4 : next;
                int nextEnd = QuantityWords.latinEnd(text, next);
                more = next > end && !ordinal && takes(text.substring(next, nextEnd), and);
                end = more ? nextEnd : end;
            }
            BigDecimal value = total.add(section);
            boolean sure = end > first || value.compareTo(BigDecimal.ONE) > 0;
            return Numeral.of(start, end, value, List.of(), false, sure);
        }

        private boolean takes(String word, boolean and) {
            BigDecimal scale = QuantityWords.value("SCALE", word);
            if (scale != null) {
                return !and && section.signum() > 0 && scales(scale);
            }
            BigDecimal value = QuantityWords.value("CARDINAL", word);
            if (value == null) {
                value = section.signum() == 0 || section.compareTo(TEN) > 0 ? ordinalAfterTens(word) : null;
                ordinal = value != null;
            }
            BigDecimal free = section.remainder(HUNDRED);
            boolean fits = value != null && value.signum() > 0 && (free.signum() == 0
                    || value.compareTo(TEN) < 0 && free.remainder(TEN).signum() == 0 && free.compareTo(TEN) > 0);
            if (value != null && fits) {
                section = section.add(value);
            }
            ordinal &= fits;
            return fits;
        }

        private static @Nullable BigDecimal ordinalAfterTens(String word) {
            return word.equals("first")
                    ? BigDecimal.ONE
                    : word.equals("second")
                            ? BigDecimal.TWO
                            : QuantityWords.value("ORDINAL", word);
        }

        private boolean scales(BigDecimal scale) {
            if (scale.compareTo(HUNDRED) == 0) {
                boolean fits = section.compareTo(HUNDRED) < 0;
                section = fits ? section.multiply(HUNDRED) : section;
                return fits;
            }
            total = total.add(section.multiply(scale));
            section = BigDecimal.ZERO;
            return true;
        }
    }
}
