package dev.pilcrow.search;

import dev.pilcrow.article.Tables;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.lucene.analysis.en.EnglishAnalyzer;

/// A list of general English words and phrases with their Chinese renderings. It translates the words of a question so
/// that they can be looked for in an article of the other language, and tells which Chinese words mean nearly the same,
/// being renderings of one English word. It knows nothing of any article. Thread-safe.
final class Glossary {

    /// A stretch of an English text and its Chinese renderings, the commonest first.
    record Rendering(int start, int end, List<String> words) {
    }

    private static final int LONGEST_PHRASE = 4;
    private static final int LONGEST_WORD = 8;

    private final Map<String, List<String>> byEnglish = new HashMap<>();
    private final Map<String, Set<String>> synonyms = new HashMap<>();
    private final Map<String, List<String>> byChinese = new HashMap<>();

    private static final class Shared {
        static final Glossary GENERAL = new Glossary("/search/glossary.tsv", false);
    }

    /// Loaded only when claims are checked.
    private static final class EverySense {
        static final Glossary GENERAL = new Glossary("/search/glossary.tsv", true);
    }

    /// The glossary that the project ships.
    static Glossary general() {
        return Shared.GENERAL;
    }

    /// The same, with the renderings of all words of one stem together, as meet and meeting are: for asking whether a word
    /// is said, where another sense does no harm.
    static Glossary ofEverySense() {
        return EverySense.GENERAL;
    }

    private Glossary(String resource, boolean every) {
        Tables.read(resource).forEach((english, chinese) -> add(english, chinese, every));
    }

    private void add(String english, List<String> chinese, boolean every) {
        byEnglish.merge(key(english), chinese, (before, more) -> every
                ? Stream.concat(before.stream(), more.stream()).distinct().toList()
                : before);
        for (String word : chinese) {
            synonyms.computeIfAbsent(word, w -> new LinkedHashSet<>()).addAll(chinese);
            byChinese.computeIfAbsent(word, w -> new ArrayList<>()).add(english);
        }
    }

    /// Stems joined by spaces, so that inflected forms meet.
    private static String key(String english) {
        StringBuilder key = new StringBuilder();
        for (String word : english.split("[ -]")) {
            key.append(key.isEmpty() ? "" : " ").append(Stems.of(word));
        }
        return key.toString();
    }

    /// The parts of a folded English text that the glossary knows, longest phrases first, left to right.
    List<Rendering> translate(String folded) {
        List<int[]> words = Stems.words(folded);
        List<Rendering> found = new ArrayList<>();
        for (int i = 0; i < words.size();) {
            int taken = 1;
            for (int n = Math.min(LONGEST_PHRASE, words.size() - i); n > 0; n--) {
                int start = words.get(i)[0];
                int end = words.get(i + n - 1)[1];
                List<String> chinese = lookup(folded.substring(start, end), n);
                if (!chinese.isEmpty()) {
                    found.add(new Rendering(start, end, chinese));
                    taken = n;
                    break;
                }
            }
            i += taken;
        }
        return found;
    }

    /// The Chinese renderings of a folded English word or phrase as a whole; empty when the glossary does not have it.
    List<String> chinese(String english) {
        return lookup(english, english.indexOf(' ') < 0 ? 1 : 2);
    }

    private List<String> lookup(String phrase, int words) {
        if (words == 1 && EnglishAnalyzer.ENGLISH_STOP_WORDS_SET.contains(phrase)) {
            return List.of();
        }
        return byEnglish.getOrDefault(key(phrase), List.of());
    }

    /// Chinese words that render the same English word as this one; without the word itself.
    List<String> synonyms(String chinese) {
        return synonyms.getOrDefault(chinese, Set.of()).stream().filter(word -> !word.equals(chinese)).toList();
    }

    /// The English words that this Chinese word renders.
    List<String> english(String chinese) {
        return byChinese.getOrDefault(chinese, List.of());
    }

    /// The glossary's Chinese words of two characters or more in a folded text, longest first at each place, as
    /// `[start, end]`.
    List<int[]> chineseWords(String folded) {
        List<int[]> found = new ArrayList<>();
        for (int i = 0; i < folded.length();) {
            int taken = 1;
            for (int n = Math.min(LONGEST_WORD, folded.length() - i); n > 1; n--) {
                if (synonyms.containsKey(folded.substring(i, i + n))) {
                    found.add(new int[]{i, i + n});
                    taken = n;
                    break;
                }
            }
            i += taken;
        }
        return found;
    }
}
