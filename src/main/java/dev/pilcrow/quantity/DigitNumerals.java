package dev.pilcrow.quantity;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/// Reads numbers written in digits: with thousands separators, decimals, fractions, powers of ten in Chinese behind them.
/// Digits grown together with letters are names (r1, gpt-4). Thread-safe.
final class DigitNumerals {

    /// Longer numbers are cut: a number of a million digits takes long to compute with.
    static final int LONGEST = 40;

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private DigitNumerals() {
    }

    /// The number that begins at an offset.
    static Numeral read(String text, int start, Findings findings) {
        int end = end(text, start);
        BigDecimal value = value(text, start, end);
        boolean name = glued(text, start) || value.scale() <= 0 && !unit(text, end);
        List<BigDecimal> others = new ArrayList<>();
        if (end < text.length() && text.charAt(end) == '⁄' && QuantityWords.digit(text, end + 1)) {
            return vulgar(text, start, end);
        }
        if (value.scale() > 0) {
            others.add(value.setScale(0, RoundingMode.DOWN));
        }
        int before = findings.lastEnd();
        String between = before >= 0 && before < start && start - before < 4
                ? text.substring(before, start).strip()
                : "";
        boolean joined = between.equals("-") || between.equals("/");
        if (joined && end - start == 2 && isYear(findings.last())
                && findings.last().remainder(HUNDRED).compareTo(value) < 0) {
            others.add(value);
            value = value.add(findings.last()).subtract(findings.last().remainder(HUNDRED));
        } else if (joined && value.signum() > 0 && value.compareTo(findings.last()) > 0) {
            findings.state(findings.last().divide(value, MathContext.DECIMAL32));
        }
        boolean minutes = value.signum() == 0 && start > 0 && text.charAt(start - 1) == ':';
        Numeral scaled = HanNumerals.scaled(text, start, end,
                Numeral.of(start, end, value, others, false, !minutes));
        boolean named = name && scaled.end() == end;
        return named ? Numeral.of(start, end, value, others, true, false) : scaled;
    }

    private static boolean isYear(BigDecimal value) {
        return value.scale() <= 0 && value.compareTo(BigDecimal.valueOf(1000)) >= 0
                && value.compareTo(BigDecimal.valueOf(2100)) < 0;
    }

    /// ½ arrives as 1⁄2, and 6½ as 61⁄2.
    private static Numeral vulgar(String text, int start, int slash) {
        int end = end(text, slash + 1);
        BigDecimal below = value(text, slash + 1, end);
        BigDecimal above = value(text, slash - 1, slash);
        BigDecimal part = below.signum() == 0 ? above : above.divide(below, MathContext.DECIMAL32);
        if (slash - start == 1) {
            return Numeral.of(start, end, part, List.of(above, below), false, true);
        }
        BigDecimal whole = value(text, start, slash - 1);
        return Numeral.of(start, end, whole.add(part), List.of(whole, part), false, true);
    }

    /// Where the number ends that begins at an offset; the offset itself when no digit is there.
    static int end(String text, int start) {
        int end = digits(text, start);
        if (end > start && end - start <= 3) {
            while (end < text.length() && text.charAt(end) == ',' && digits(text, end + 1) == end + 4) {
                end += 4;
            }
        }
        if (end > start && end < text.length() && text.charAt(end) == '.' && QuantityWords.digit(text, end + 1)) {
            int decimals = digits(text, end + 1);
            boolean chain = decimals < text.length() && text.charAt(decimals) == '.'
                    && QuantityWords.digit(text, decimals + 1);
            boolean inChain = start > 1 && text.charAt(start - 1) == '.' && QuantityWords.digit(text, start - 2);
            return chain || inChain ? end : decimals;
        }
        return end;
    }

    private static int digits(String text, int start) {
        int end = start;
        while (QuantityWords.digit(text, end)) {
            end++;
        }
        return end;
    }

    static BigDecimal value(String text, int start, int end) {
        String digits = text.substring(start, Math.min(end, start + LONGEST));
        return new BigDecimal(digits.indexOf(',') < 0 ? digits : digits.replace(",", ""));
    }

    /// Do letters stand before the digits, as in a100 and covid-19?
    private static boolean glued(String text, int start) {
        int end = start > 0 && text.charAt(start - 1) == '-' ? start - 1 : start;
        int from = end;
        while (QuantityWords.latin(text, from - 1)) {
            from--;
        }
        boolean inName = QuantityWords.digit(text, from - 1);
        if (from == end) {
            return false;
        }
        String word = text.substring(from, end);
        return inName || !QuantityWords.is("PREFIX", word) && QuantityWords.value("MONTH", word) == null
                && QuantityWords.value("CARDINAL", word) == null;
    }

    /// Do no letters follow, or such as are a unit?
    private static boolean unit(String text, int end) {
        int letters = QuantityWords.latinEnd(text, end);
        boolean square = letters < text.length() && "23".indexOf(text.charAt(letters)) >= 0
                && text.startsWith("m", letters - 1);
        return letters == end || QuantityWords.is("SUFFIX", text.substring(end, letters))
                && (square || !QuantityWords.digit(text, letters));
    }
}
