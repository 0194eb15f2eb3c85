package dev.pilcrow.quantity;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/// Reads numerals of Chinese characters, alone (三百二十, 二〇二二, 三点五) or behind digits (1亿5000万). Thread-safe.
final class HanNumerals {

    private static final BigDecimal MYRIAD = BigDecimal.valueOf(10_000);

    private HanNumerals() {
    }

    /// The numeral that begins at an offset.
    static Numeral read(String text, int start) {
        int end = start;
        boolean digits = true;
        while (QuantityWords.han(text, end) && !percentage(text, end)) {
            digits &= QuantityWords.hanDigit(text.charAt(end)) >= 0;
            end++;
        }
        if (end == start) {
            return Numeral.of(start, start + 1, BigDecimal.valueOf(100), List.of(), true, false);
        }
        int fraction = fractionEnd(text, end);
        if (fraction > end) {
            return decimal(text, start, end, fraction);
        }
        boolean word = QuantityWords.silent(text, start, end);
        if (digits && end - start > 1) {
            return positional(text, start, end, word);
        }
        if (end - start > 1 && text.charAt(end - 1) == '千' && metric(text, end)) {
            BigDecimal less = new HanSum(true).of(text, start, end - 1);
            return Numeral.of(start, end, new HanSum(true).of(text, start, end), List.of(less), word, false);
        }
        return ordinary(text, start, end, word);
    }

    /// A numeral with powers of ten, or a single digit.
    private static Numeral ordinary(String text, int start, int end, boolean word) {
        HanSum first = new HanSum(true);
        BigDecimal value = first.of(text, start, end);
        boolean bare = QuantityWords.hanUnit(text, start) >= (end - start > 1 && text.charAt(start) == '十' ? 100 : 10);
        boolean vague = start > 0 && "数几好上成".indexOf(text.charAt(start - 1)) >= 0
                && QuantityWords.hanUnit(text, start) > 0;
        boolean alone = end - start == 1;
        List<BigDecimal> others = new ArrayList<>();
        if (first.approximate()) {
            others.add(new HanSum(false).of(text, start, end));
        }
        if (first.shortened()) {
            others.add(first.unshortened());
        }
        boolean sure = !first.approximate() && !vague && !(alone && "一〇零○".indexOf(text.charAt(start)) >= 0)
                && (!alone && !bare || QuantityWords.measured(text, end) || ordinal(text, start))
                && !(text.charAt(start) == '万' && value.compareTo(MYRIAD) > 0);
        return new Numeral(start, end, value, others, trailing(text, start, end), word, sure && !word);
    }

    /// Digits side by side: 一九九八 is a number, 三四 is three or four.
    private static Numeral positional(String text, int start, int end, boolean word) {
        StringBuilder digits = new StringBuilder();
        for (int i = start; i < end && i < start + DigitNumerals.LONGEST; i++) {
            digits.append(QuantityWords.hanDigit(text.charAt(i)));
        }
        boolean zero = digits.indexOf("0") >= 0;
        boolean approximate = end - start == 2 && !zero;
        List<BigDecimal> others = approximate
                ? List.of(new BigDecimal(digits.substring(0, 1)), new BigDecimal(digits.substring(1)))
                : List.of();
        boolean sure = !approximate && (zero || end - start == 4 || QuantityWords.measured(text, end));
        return Numeral.of(start, end, new BigDecimal(digits.toString()), others, word, sure && !word);
    }

    private static Numeral decimal(String text, int start, int end, int fraction) {
        StringBuilder digits = new StringBuilder();
        for (int i = end + 1; i < fraction && i < end + DigitNumerals.LONGEST; i++) {
            digits.append(QuantityWords.hanDigit(text.charAt(i)));
        }
        BigDecimal whole = new HanSum(true).of(text, start, end);
        BigDecimal value = whole.add(new BigDecimal("0." + digits));
        return scaled(text, start, fraction, Numeral.of(start, fraction, value, List.of(whole), false, true));
    }

    /// The end of the digits behind 点, or the offset itself when no decimals are there.
    private static int fractionEnd(String text, int end) {
        if (end >= text.length() || text.charAt(end) != '点') {
            return end;
        }
        int at = end + 1;
        while (at < text.length() && QuantityWords.hanDigit(text.charAt(at)) >= 0 && text.charAt(at) != '两') {
            at++;
        }
        boolean time = at < text.length() && "分刻钟点十".indexOf(text.charAt(at)) >= 0
                && !text.startsWith("分之", at);
        return at == end + 1 || time ? end : at;
    }

    /// The number with the powers of ten behind it: 3.5万, 1亿5000万, 2千5百.
    static Numeral scaled(String text, int start, int at, Numeral head) {
        int from = QuantityWords.space(text, at);
        if (QuantityWords.hanUnit(text, from) < 100 || percentage(text, from)
                || text.charAt(from) == '千' && metric(text, from + 1)) {
            return head;
        }
        HanSum sum = new HanSum(true);
        sum.put(head.value());
        int end = from;
        while (end < text.length()) {
            int digits = DigitNumerals.end(text, end);
            if (digits > end && QuantityWords.hanUnit(text, digits) > 0 && !percentage(text, digits)) {
                sum.put(DigitNumerals.value(text, end, digits));
                end = digits;
            } else if (QuantityWords.han(text, end) && !percentage(text, end)) {
                sum.accept(text, end++);
            } else {
                break;
            }
        }
        List<BigDecimal> others = new ArrayList<>(head.others());
        others.add(head.value());
        return new Numeral(start, end, sum.result(), others, trailing(text, from - 1, end), head.word(), head.sure());
    }

    private static boolean ordinal(String text, int start) {
        return start > 0 && text.charAt(start - 1) == '第';
    }

    /// 百分点, 百分比 and 百分率 hold no hundred.
    private static boolean percentage(String text, int at) {
        return text.startsWith("百分", at) && at + 2 < text.length() && "点比率".indexOf(text.charAt(at + 2)) >= 0;
    }

    /// 千米 and other units of a thousand.
    private static boolean metric(String text, int at) {
        return at < text.length() && "米克瓦卡赫帕伏焦".indexOf(text.charAt(at)) >= 0;
    }

    /// The powers of ten at the end of a numeral: 10,000 of 三十万.
    private static BigDecimal trailing(String text, int start, int end) {
        BigDecimal scale = BigDecimal.ONE;
        for (int at = end - 1; at > start && at > end - 4 && QuantityWords.hanUnit(text, at) >= 100; at--) {
            scale = scale.multiply(BigDecimal.valueOf(QuantityWords.hanUnit(text, at)));
        }
        return scale;
    }
}
