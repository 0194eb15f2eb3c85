package dev.pilcrow.search;

import dev.pilcrow.article.Tables;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// How Chinese characters are read, so that a name written with characters of the same sound is found: 深度求锁 sounds
/// like 深度求索. Terms are pairs of neighbouring syllables without tone. Thread-safe.
final class Sounds {

    private static final class Table {
        static final Map<Integer, String> SYLLABLES = read();

        private static Map<Integer, String> read() {
            Map<Integer, String> syllables = new HashMap<>();
            for (String line : Tables.lines("/search/syllables.txt")) {
                int space = line.indexOf(' ');
                String syllable = line.substring(0, space);
                line.substring(space + 1).codePoints().forEach(character -> syllables.put(character, syllable));
            }
            return syllables;
        }
    }

    private Sounds() {
    }

    /// How a character is read, without tone; empty when it is no Han character.
    static String syllable(int character) {
        return Table.SYLLABLES.getOrDefault(character, "");
    }

    /// Is this word a syllable of Mandarin, written without tone?
    static boolean isSyllable(String word) {
        return Table.SYLLABLES.containsValue(word);
    }

    /// Is this word made of two syllables of Mandarin, written without tone?
    static boolean isSpelling(String word) {
        return IntStream.range(1, word.length())
                .anyMatch(at -> isSyllable(word.substring(0, at)) && isSyllable(word.substring(at)));
    }

    /// The pairs of syllables of a folded text, in order; characters that are not Han end a run.
    static List<String> terms(String folded) {
        List<String> pairs = new ArrayList<>();
        String before = "";
        for (int i = 0; i < folded.length(); i += Character.charCount(folded.codePointAt(i))) {
            String syllable = Table.SYLLABLES.getOrDefault(folded.codePointAt(i), "");
            if (!before.isEmpty() && !syllable.isEmpty()) {
                pairs.add(before + "'" + syllable);
            }
            before = syllable;
        }
        return pairs;
    }
}
