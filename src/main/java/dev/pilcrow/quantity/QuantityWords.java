package dev.pilcrow.quantity;

import dev.pilcrow.article.Tables;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The words that quantities are written with, a plain file. Thread-safe.
final class QuantityWords {

    private record Silent(String word, int offset) {
    }

    static final String HAN_DIGITS = "零一二三四五六七八九";
    private static final String HAN_UNITS = "十百千万亿";

    private static final class Shared {
        static final Map<String, Map<String, BigDecimal>> VALUES = new HashMap<>();
        static final Map<String, Set<String>> WORDS = new HashMap<>();
        static final Map<Character, List<Silent>> SILENT = new HashMap<>();

        static {
            for (String[] row : Tables.rows("/quantity/quantities.tsv")) {
                for (String cell : row[1].split(" ")) {
                    int equals = cell.indexOf('=');
                    if (equals > 0) {
                        VALUES.computeIfAbsent(row[0], k -> new HashMap<>()).put(cell.substring(0, equals),
                                new BigDecimal(cell.substring(equals + 1)));
                    } else {
                        WORDS.computeIfAbsent(row[0], k -> new HashSet<>()).add(cell);
                    }
                }
            }
            for (String word : WORDS.getOrDefault("SILENT", Set.of())) {
                for (int i = 0; i < word.length(); i++) {
                    if (han(word, i) && !han(word, i - 1)) {
                        SILENT.computeIfAbsent(word.charAt(i), k -> new ArrayList<>()).add(new Silent(word, i));
                    }
                }
            }
        }
    }

    private QuantityWords() {
    }

    static @Nullable BigDecimal value(String kind, String word) {
        return Shared.VALUES.getOrDefault(kind, Map.of()).get(word);
    }

    static boolean is(String kind, String word) {
        return Shared.WORDS.getOrDefault(kind, Set.of()).contains(word);
    }

    /// Does a numeral belong to a word that is no quantity?
    static boolean silent(String text, int start, int end) {
        for (Silent silent : Shared.SILENT.getOrDefault(text.charAt(start), List.of())) {
            int from = start - silent.offset();
            int to = from + silent.word().length();
            if (end <= to && text.startsWith(silent.word(), from) && !text.startsWith("钟", to)) {
                return true;
            }
        }
        return false;
    }

    /// Does something that is counted follow, at once or behind words such as 多 and 余?
    static boolean measured(String text, int end) {
        int at = space(text, end);
        if (at < text.length() && "多余几来".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        return at < text.length() && is("MEASURE", text.substring(at, at + 1));
    }

    /// The offset after one space, if there is one.
    static int space(String text, int at) {
        return at < text.length() && text.charAt(at) == ' ' ? at + 1 : at;
    }

    static boolean han(String text, int at) {
        return at >= 0 && at < text.length()
                && (hanDigit(text.charAt(at)) >= 0 || hanUnit(text, at) > 0 || text.charAt(at) == '廿');
    }

    /// The value of a Chinese digit, or -1.
    static int hanDigit(char c) {
        return switch (c) {
            case '〇', '○' -> 0;
            case '两', '俩' -> 2;
            default -> HAN_DIGITS.indexOf(c);
        };
    }

    /// The value of a Chinese power of ten, or 0.
    static int hanUnit(String text, int at) {
        if (at < 0 || at >= text.length()) {
            return 0;
        }
        return switch (HAN_UNITS.indexOf(text.charAt(at))) {
            case 0 -> 10;
            case 1 -> 100;
            case 2 -> 1000;
            case 3 -> 10_000;
            case 4 -> 100_000_000;
            default -> 0;
        };
    }

    static boolean digit(String text, int at) {
        return at >= 0 && at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9';
    }

    static boolean latin(String text, int at) {
        return at >= 0 && at < text.length() && text.charAt(at) < 0x250 && Character.isLetter(text.charAt(at));
    }

    static int latinEnd(String text, int at) {
        int end = at;
        while (latin(text, end)) {
            end++;
        }
        return end;
    }
}
