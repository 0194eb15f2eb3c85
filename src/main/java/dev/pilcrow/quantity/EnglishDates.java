package dev.pilcrow.quantity;

import dev.pilcrow.quantity.Quantity.Kind;
import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads English months, weekdays, Roman numerals and words such as tenfold. Thread-safe.
final class EnglishDates {

    private static final Pattern ROMAN = Pattern.compile("(xl|l?x{0,3})(ix|iv|v?i{0,3})");
    private static final Pattern DAY_BEFORE = Pattern
            .compile("(?:\\d(?:st|nd|rd|th)?(?: of)?|\\b(?:in|since|until|by|early|late|mid|of))[ -]$");
    private static final Pattern NUMBER_AFTER = Pattern.compile("\\.?,?(?: of)? ?-?\\d");

    private EnglishDates() {
    }

    static void read(String text, int start, int end, String word, Findings findings) {
        BigDecimal month = QuantityWords.value("MONTH", word);
        if (month != null) {
            boolean doubtful = word.length() <= 4 && !word.equals("june") && !word.equals("july")
                    || word.equals("march");
            boolean sure = !doubtful || beside(text, start, end);
            findings.state(month);
            findings.add(Kind.MONTH, month, sure);
        }
        BigDecimal weekday = QuantityWords.value("WEEKDAY", word);
        if (weekday != null) {
            findings.add(Kind.WEEKDAY, weekday, true);
        }
        if (word.endsWith("fold") && word.length() > 4) {
            BigDecimal value = QuantityWords.value("CARDINAL", word.substring(0, word.length() - 4));
            if (value != null) {
                findings.state(value);
            }
        }
        if (end - start <= 8 && "ivxl".indexOf(word.charAt(0)) >= 0) {
            roman(word, findings);
        }
    }

    /// Does a day or a year stand beside the month, or a word that stands before dates? Only then is "may" or "mar" one for sure.
    private static boolean beside(String text, int start, int end) {
        Matcher after = NUMBER_AFTER.matcher(text).region(end, Math.min(text.length(), end + 8));
        return after.lookingAt()
                || DAY_BEFORE.matcher(text).region(Math.max(0, start - 8), start).find();
    }

    private static void roman(String word, Findings findings) {
        Matcher matcher = ROMAN.matcher(word);
        if (!matcher.matches()) {
            return;
        }
        String high = matcher.group(1);
        long tens = high.equals("xl") ? 40 : 10L * high.length() + (high.startsWith("l") ? 40 : 0);
        String ones = matcher.group(2);
        int value = switch (ones) {
            case "ix" -> 9;
            case "iv" -> 4;
            default -> ones.startsWith("v") ? 4 + ones.length() : ones.length();
        };
        findings.state(BigDecimal.valueOf(tens + value));
    }
}
