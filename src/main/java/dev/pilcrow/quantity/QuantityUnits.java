package dev.pilcrow.quantity;

import dev.pilcrow.quantity.Quantity.Kind;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads what stands behind a number and makes a quantity of it: powers of ten, percent signs, months, decades, and the
/// range that it may end. Thread-safe.
final class QuantityUnits {

    private static final Pattern PERCENT = Pattern
            .compile(" ?(?:%|个?百分点)|[ -](?:percent|per cent|pct|percentage points?)\\b|(?:pct|percent)\\b");
    private static final Pattern HALF_MORE = Pattern.compile("(?:个?[年天月岁倍周]|个(?:小时|星期|世纪)?|小时)半(?![岛])");
    private static final Pattern YEAR_AND_A_HALF = Pattern.compile("(?: [a-z]+)? and a half\\b");
    private static final Pattern TENTHS = Pattern.compile("成(?![为了功立员本果绩熟长都就年因])");
    private static final Pattern OUT_OF = Pattern.compile("(?: out)?(?: of| in)(?: every)?");
    private static final Set<String> RANGE = Set.of("-", "~", "至", "到", "to");
    private static final Set<String> SERIES = Set.of("、", ",", "和", "与", "或", "and", "or", "/", ", and");
    private static final int MOST_SCALES = 2;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private QuantityUnits() {
    }

    /// Adds the number with its unit; gives the offset after what was read.
    static int after(String text, Numeral numeral, Findings findings) {
        String between = between(text, findings.lastEnd(), numeral.start());
        boolean range = RANGE.contains(between);
        boolean series = range || SERIES.contains(between);
        BigDecimal before = findings.last();
        numeral.others().forEach(findings::state);
        findings.state(numeral.value());
        if (OUT_OF.matcher(between).matches() || between.equals("in") || between.equals("of")) {
            ratio(before, numeral.value(), findings);
        }
        if (text.startsWith("分之", QuantityWords.space(text, numeral.end()))) {
            return fraction(text, numeral, findings);
        }
        BigDecimal value = numeral.value();
        int end = numeral.end();
        Matcher half = matcher(YEAR_AND_A_HALF, text, end, 24);
        if (half.lookingAt()) {
            findings.state(value.add(EnglishNumerals.HALF));
            boolean direct = text.startsWith(" and", end);
            value = direct ? value.add(EnglishNumerals.HALF) : value;
            end = direct ? half.end() : end;
        }
        int scaled = scaleEnd(text, end);
        BigDecimal scale = scale(text, end, scaled);
        BigDecimal letter = letter(text, scaled);
        if (letter != null) {
            findings.state(value.multiply(letter));
            boolean money = numeral.start() > 0 && "$€£¥".indexOf(text.charAt(numeral.start() - 1)) >= 0;
            scale = money ? letter : scale;
        }
        value = value.multiply(scale);
        BigDecimal factor = numeral.scale().multiply(scale);
        if (series && factor.compareTo(BigDecimal.TEN) >= 0) {
            boolean again = range && before.compareTo(numeral.value()) < 0 && findings.unclaimLast();
            findings.add(Kind.NUMBER, before.multiply(factor), again);
        }
        return kind(text, Numeral.of(numeral.start(), scaled, value, numeral.others(), numeral.word(),
                numeral.sure()), series ? before : null, findings);
    }

    private static String between(String text, int from, int to) {
        return from < 0 || to < from || to - from > 16 ? "" : text.substring(from, to).strip();
    }

    private static Matcher matcher(Pattern pattern, String text, int at, int most) {
        return pattern.matcher(text).region(at, Math.min(text.length(), at + most)).useTransparentBounds(true);
    }

    private static void ratio(BigDecimal above, BigDecimal below, Findings findings) {
        if (below.signum() > 0 && above.compareTo(below) < 0) {
            findings.state(above.divide(below, MathContext.DECIMAL32));
        }
    }

    /// 三分之一, 百分之五: the number above follows.
    private static int fraction(String text, Numeral below, Findings findings) {
        int at = QuantityWords.space(text, QuantityWords.space(text, below.end()) + 2);
        Numeral above = QuantityWords.digit(text, at)
                ? DigitNumerals.read(text, at, findings)
                : QuantityWords.han(text, at)
                        ? HanNumerals.read(text, at)
                        : null;
        if (above == null || below.value().signum() == 0) {
            return at;
        }
        findings.state(above.value());
        above.others().forEach(findings::state);
        if (below.value().compareTo(HUNDRED) == 0) {
            percent(above.value(), true, findings);
        } else {
            BigDecimal part = above.value().divide(below.value(), MathContext.DECIMAL32);
            findings.add(Kind.NUMBER, part, true);
        }
        findings.remember(above.value(), above.end(), true);
        return above.end();
    }

    private static void percent(BigDecimal value, boolean sure, Findings findings) {
        findings.state(value);
        findings.state(value.movePointLeft(2));
        findings.add(Kind.PERCENT, value, sure);
    }

    /// Where the powers of ten end that follow: million, 多万.
    private static int scaleEnd(String text, int end) {
        int at = end;
        if (at + 1 < text.length() && "多余几来".indexOf(text.charAt(at)) >= 0
                && QuantityWords.hanUnit(text, at + 1) >= 100) {
            at++;
            while (at < end + 1 + MOST_SCALES && QuantityWords.hanUnit(text, at) >= 100 && !text.startsWith("百分", at)) {
                at++;
            }
            return at;
        }
        boolean more = !ordinal(text, end);
        for (int words = 0; more && words < MOST_SCALES; words++) {
            int next = at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '-') ? at + 1 : at;
            more = EnglishNumerals.scale(text, next) != null;
            at = more ? QuantityWords.latinEnd(text, next) : at;
        }
        return at;
    }

    /// The k, m or b that stands alone behind digits, or null.
    private static @Nullable BigDecimal letter(String text, int at) {
        return QuantityWords.digit(text, at - 1) && QuantityWords.latinEnd(text, at) == at + 1
                ? QuantityWords.value("LETTER", text.substring(at, at + 1))
                : null;
    }

    private static boolean ordinal(String text, int end) {
        return QuantityWords.latin(text, end - 1) && (text.startsWith("th", end - 2) || text.startsWith("rd", end - 2)
                || text.startsWith("st", end - 2));
    }

    private static BigDecimal scale(String text, int from, int to) {
        BigDecimal scale = BigDecimal.ONE;
        for (int at = from; at < to;) {
            BigDecimal word = EnglishNumerals.scale(text, at);
            int unit = QuantityWords.hanUnit(text, at);
            if (word != null || unit > 0) {
                scale = scale.multiply(word != null ? word : BigDecimal.valueOf(unit));
            }
            at = word == null ? at + 1 : QuantityWords.latinEnd(text, at);
        }
        return scale;
    }

    /// Adds a number as what the text behind it makes it.
    private static int kind(String text, Numeral number, @Nullable BigDecimal before, Findings findings) {
        BigDecimal value = number.value();
        int end = number.end();
        findings.count(value, Units.of(text, number.start(), end));
        boolean firm = !number.word() && (number.sure() || number.end() - number.start() == 1);
        Matcher percent = matcher(PERCENT, text, end, 24);
        Matcher half = matcher(HALF_MORE, text, end, 8);
        int unit = QuantityWords.space(text, end);
        boolean tenths = value.compareTo(BigDecimal.TEN) < 0 && matcher(TENTHS, text, end, 3).lookingAt();
        if (percent.lookingAt() || tenths) {
            BigDecimal share = tenths ? value.multiply(BigDecimal.TEN) : value;
            percent(share, tenths ? firm : number.sure() || firm, findings);
            if (before != null) {
                percent(tenths ? before.multiply(BigDecimal.TEN) : before, false, findings);
            }
            findings.remember(value, tenths ? end + 1 : percent.end(), false);
            return tenths ? end + 1 : percent.end();
        }
        if (half.lookingAt()) {
            findings.add(Kind.NUMBER, value.add(EnglishNumerals.HALF), firm);
            end = half.end();
        } else if (isMonth(text, unit, value)) {
            findings.add(Kind.MONTH, value, firm);
            if (before != null) {
                findings.state(Kind.MONTH, before);
            }
        } else {
            QuantityPeriods.add(text, number, unit, findings);
        }
        if (!half.lookingAt()) {
            findings.remember(number.value(), end, number.sure());
        }
        return Math.max(end, number.start() + 1);
    }

    private static boolean isMonth(String text, int at, BigDecimal value) {
        return text.startsWith("月", at) && value.scale() <= 0 && value.signum() > 0
                && value.compareTo(BigDecimal.valueOf(12)) <= 0;
    }
}
