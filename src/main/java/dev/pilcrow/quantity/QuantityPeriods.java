package dev.pilcrow.quantity;

import dev.pilcrow.quantity.Quantity.Kind;
import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads decades, centuries, numeric dates and multiples: numbers that stand for more than themselves. Thread-safe.
final class QuantityPeriods {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final BigDecimal THOUSAND = BigDecimal.valueOf(1000);
    private static final Pattern SPAN = Pattern.compile("(?:st|nd|rd|th)?(?: ?个?[多余]?个?世纪|[ -](?:centur|millenni))");
    private static final BigDecimal CENTURY = BigDecimal.valueOf(1900);

    private QuantityPeriods() {
    }

    /// Adds a number that is no percentage and no month of a Chinese date.
    static void add(String text, Numeral number, int unit, Findings findings) {
        BigDecimal value = number.value();
        boolean english = text.startsWith("s", number.end()) || text.startsWith("'s", number.end());
        boolean decade = value.scale() <= 0 && value.signum() > 0 && value.remainder(BigDecimal.TEN).signum() == 0
                && (text.startsWith("年代", unit) || english);
        if (decade) {
            decade(text, number, findings);
            return;
        }
        Matcher span = SPAN.matcher(text).region(number.end(), Math.min(text.length(), number.end() + 16));
        if (span.lookingAt()) {
            BigDecimal years = span.group().contains("mill") ? THOUSAND : HUNDRED;
            findings.state(value.multiply(years));
            findings.state(value.subtract(BigDecimal.ONE).multiply(years));
        }
        if (text.startsWith("倍", unit)) {
            findings.state(value.add(BigDecimal.ONE));
            findings.state(value.subtract(BigDecimal.ONE));
        }
        boolean hundredths = number.start() > 1 && findings.lastEnd() == number.start() - 1
                && "秒米块".indexOf(text.charAt(findings.lastEnd())) >= 0 && value.scale() <= 0
                && value.compareTo(HUNDRED) < 0 && value.signum() > 0;
        if (hundredths) {
            boolean sure = findings.unclaimLast();
            BigDecimal part = value.movePointLeft(number.end() - number.start());
            findings.state(value);
            findings.add(Kind.NUMBER, findings.last().add(part), sure);
            return;
        }
        if (slashed(text, number)) {
            findings.state(Kind.MONTH, value);
        }
        findings.add(Kind.NUMBER, value, number.sure());
    }

    /// 1980s, 20世纪80年代, 80年代.
    private static void decade(String text, Numeral number, Findings findings) {
        BigDecimal value = number.value();
        if (value.compareTo(HUNDRED) >= 0) {
            findings.state(value.remainder(HUNDRED));
            findings.state(value.divideToIntegralValue(HUNDRED).add(BigDecimal.ONE));
            findings.add(Kind.NUMBER, value, number.sure());
            return;
        }
        String before = text.substring(Math.max(0, number.start() - 4), number.start()).strip();
        if (before.endsWith("本世纪")) {
            findings.add(Kind.NUMBER, value.add(BigDecimal.valueOf(2000)), number.sure());
        } else if (before.endsWith("上世纪") || before.endsWith("上个世纪")) {
            findings.add(Kind.NUMBER, value.add(CENTURY), number.sure());
        } else if (before.endsWith("世纪") && findings.lastEnd() > number.start() - 6) {
            boolean sure = findings.unclaimLast();
            BigDecimal hundreds = findings.last().subtract(BigDecimal.ONE).multiply(HUNDRED);
            findings.add(Kind.NUMBER, hundreds.add(value), sure);
        } else {
            findings.state(value.add(CENTURY));
            findings.add(Kind.NUMBER, value, number.sure());
        }
    }

    /// Part of 2022-10-07 or 10/7: it may be a month.
    private static boolean slashed(String text, Numeral number) {
        return number.value().scale() <= 0 && number.value().signum() > 0
                && number.value().compareTo(BigDecimal.valueOf(12)) <= 0
                && (joint(text, number.end()) && QuantityWords.digit(text, number.end() + 1)
                        || joint(text, number.start() - 1) && QuantityWords.digit(text, number.start() - 2));
    }

    private static boolean joint(String text, int at) {
        return at >= 0 && at < text.length() && "-/.".indexOf(text.charAt(at)) >= 0;
    }
}
