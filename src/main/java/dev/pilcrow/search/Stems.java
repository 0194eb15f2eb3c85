package dev.pilcrow.search;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.CharArraySet;
import org.tartarus.snowball.ext.PorterStemmer;

/// English words and their stems (Porter's, from Lucene). Thread-safe.
final class Stems {

    private static final Pattern WORD = Pattern.compile("[\\p{IsLatin}\\d]+(?:[.'-][\\p{IsLatin}\\d]+)*");
    private static final ThreadLocal<PorterStemmer> STEMMER = ThreadLocal.withInitial(PorterStemmer::new);

    /// Words that carry no subject of their own, beyond Lucene's list of the commonest.
    static final CharArraySet FUNCTION_WORDS = new CharArraySet(List.of("a", "about", "after", "all", "also", "an",
            "and",
            "any", "are", "as", "at", "be", "been", "before", "being", "but", "by", "can", "could", "did", "do", "does",
            "during", "for", "from", "get", "had", "has", "have", "he", "her", "him", "his", "how", "i", "if", "in",
            "into", "is", "it", "its", "many", "may", "me", "more", "most", "much", "my", "no", "not", "of", "on", "or",
            "our", "out", "over", "she", "should", "so", "some", "such", "than", "that", "the", "their", "them", "then",
            "there", "these", "they", "this", "those", "to", "up", "us", "was", "we", "were", "what", "when", "where",
            "which", "while", "who", "whom", "whose", "why", "will", "with", "would", "you", "your", "'s"), true);

    private Stems() {
    }

    /// The Latin words and numbers of a text, as `[start, end]`, in order.
    static List<int[]> words(String text) {
        List<int[]> words = new ArrayList<>();
        Matcher matcher = WORD.matcher(text);
        while (matcher.find()) {
            int end = matcher.end();
            if (text.startsWith("'s", end - 2) && end - 2 > matcher.start()) {
                end -= 2;
            }
            words.add(new int[]{matcher.start(), end});
        }
        return words;
    }

    static String of(String word) {
        PorterStemmer stemmer = STEMMER.get();
        stemmer.setCurrent(word);
        stemmer.stem();
        return stemmer.getCurrent();
    }
}
