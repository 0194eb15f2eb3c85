package dev.pilcrow.search;

import dev.pilcrow.article.Folding;
import dev.pilcrow.article.Tables;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/// Words that Taiwan and Hong Kong write otherwise than the mainland, beyond the form of the characters: 軟體 is 软件.
/// Thread-safe.
final class Vocabulary {

    private static final class Table {
        static final Map<String, String> MAINLAND = read();
        static int longest;

        private static Map<String, String> read() {
            Map<String, String> table = new HashMap<>();
            Tables.read("/search/hant-vocabulary.tsv").forEach((word, mainland) -> {
                table.put(Folding.text(word), mainland.getFirst());
                longest = Math.max(longest, word.length());
            });
            return table;
        }
    }

    private Vocabulary() {
    }

    /// A folded text with mainland words, when the original was written in traditional characters; as it is otherwise.
    static String mainland(String original, String folded) {
        String lower = original.toLowerCase(Locale.ROOT);
        boolean traditional = original.length() == folded.length() && folded.codePoints()
                .anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN && lower.indexOf(c) < 0);
        return traditional ? replaced(folded) : folded;
    }

    private static String replaced(String folded) {
        StringBuilder result = new StringBuilder();
        Map<String, String> table = Table.MAINLAND;
        for (int i = 0; i < folded.length();) {
            int taken = 0;
            for (int n = Math.min(Table.longest, folded.length() - i); n > 1 && taken == 0; n--) {
                String mainland = table.get(folded.substring(i, i + n));
                if (mainland != null) {
                    result.append(mainland);
                    taken = n;
                }
            }
            if (taken == 0) {
                result.append(folded.charAt(i));
                taken = 1;
            }
            i += taken;
        }
        return result.toString();
    }
}
