package dev.pilcrow.quantity;

import dev.pilcrow.quantity.Quantity.Kind;
import java.math.BigDecimal;
import java.util.Set;

/// The numbers and dates of a folded text, made equal across digits, Chinese numerals and English words. What a text
/// states is read generously, with every reading; what a claim commits itself to is read strictly, without words that
/// only hold a numeral. Linear; thread-safe.
public final class Quantities {

    private static final String WEEKDAYS = "一二三四五六日";

    private Quantities() {
    }

    /// Everything that a paragraph may be said to state.
    static Set<Quantity> stated(String folded) {
        return read(folded).stated();
    }

    /// What a claim commits itself to.
    static Set<Quantity> claimed(String folded) {
        return read(folded).claimed();
    }

    /// Does a source state every quantity of a claim, and in the same unit where it names one?
    ///
    /// @param claimFolded the claim, folded
    /// @param sourceFolded the source, folded
    public static boolean covered(String claimFolded, String sourceFolded) {
        Findings claim = read(claimFolded);
        if (claim.claimed().isEmpty() && claim.countsNothing()) {
            return true;
        }
        Findings source = read(sourceFolded);
        return source.stated().containsAll(claim.claimed()) && !source.countsOtherwise(claim);
    }

    private static Findings read(String text) {
        Findings findings = new Findings();
        for (int at = 0; at < text.length();) {
            char c = text.charAt(at);
            if (c >= '0' && c <= '9') {
                at = QuantityUnits.after(text, DigitNumerals.read(text, at, findings), findings);
            } else if (QuantityWords.latin(text, at)) {
                at = english(text, at, findings);
            } else if (c >= 0x3007) {
                at = chinese(text, at, findings);
            } else {
                at++;
            }
        }
        return findings;
    }

    private static int chinese(String text, int at, Findings findings) {
        char c = text.charAt(at);
        if (QuantityWords.han(text, at)) {
            return QuantityUnits.after(text, HanNumerals.read(text, at), findings);
        }
        if (c == '周' || c == '期' || c == '拜') {
            return weekday(text, at, findings);
        }
        if (c == '半') {
            findings.state(BigDecimal.valueOf(50).movePointLeft(2));
            findings.state(Kind.PERCENT, BigDecimal.valueOf(50));
            boolean half = at > 0 && text.charAt(at - 1) == '一'
                    || at + 1 < text.length() && "年数".indexOf(text.charAt(at + 1)) >= 0
                            && !text.startsWith("度", at + 2);
            if (text.startsWith("世纪", at + 1) || text.startsWith("个世纪", at + 1)) {
                findings.state(BigDecimal.valueOf(50));
            }
            findings.add(Kind.NUMBER, EnglishNumerals.HALF, half);
            return at + 1;
        }
        BigDecimal value = QuantityWords.value("STATED", String.valueOf(c));
        if (value != null) {
            findings.state(value);
        }
        return at + 1;
    }

    private static int weekday(String text, int at, Findings findings) {
        boolean whole = text.charAt(at) == '周' || text.startsWith("星期", at - 1) || text.startsWith("礼拜", at - 1);
        if (!whole || at + 1 >= text.length()) {
            return at + 1;
        }
        char day = text.charAt(at + 1) == '天' ? '日' : text.charAt(at + 1);
        int number = WEEKDAYS.indexOf(day) + 1;
        if (number == 0) {
            return at + 1;
        }
        boolean counts = day != '日' && QuantityWords.han(text, at + 1)
                && (QuantityWords.measured(text, at + 2) && "晚夜日".indexOf(text.charAt(at + 2)) < 0
                        || QuantityWords.han(text, at + 2));
        boolean sure = !counts && !(day == '日' && text.startsWith("本", at + 2));
        findings.add(Kind.WEEKDAY, BigDecimal.valueOf(number), sure);
        return sure ? at + 2 : at + 1;
    }

    private static int english(String text, int at, Findings findings) {
        int end = QuantityWords.latinEnd(text, at);
        if (QuantityWords.digit(text, at - 1)) {
            return end;
        }
        Numeral numeral = EnglishNumerals.read(text, at, end);
        if (numeral != null) {
            return QuantityUnits.after(text, numeral, findings);
        }
        String word = text.substring(at, end);
        EnglishDates.read(text, at, end, word, findings);
        for (String kind : new String[]{"STATED", "PART", "SCALE", "MULTIPLE", "SPAN"}) {
            BigDecimal value = QuantityWords.value(kind, word);
            if (value != null) {
                findings.state(value);
            }
        }
        return end;
    }
}
