package dev.pilcrow.search;

import dev.pilcrow.article.Tables;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.lucene.analysis.cn.smart.HMMChineseTokenizer;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;

/// Cuts folded Chinese text into words with Lucene's smartcn. A name that its dictionary lacks comes out as single
/// characters, which is how names are told from words here. Thread-safe.
final class Segments {

    private static final Set<String> FUNCTION_WORDS = Tables.lines("/search/function-words.zh.txt").stream()
            .flatMap(line -> Stream.of(line.split(" "))).collect(Collectors.toUnmodifiableSet());

    /// Single characters that stand beside a name and are no part of it.
    private static final String NO_NAME = "的了是在和与或及由对向说称叫被把也都到从给于而但就让请";

    private Segments() {
    }

    /// The words of a folded text as `[start, end]`, in order, punctuation included.
    static List<int[]> of(String folded) {
        List<int[]> words = new ArrayList<>();
        try (HMMChineseTokenizer tokenizer = new HMMChineseTokenizer()) {
            tokenizer.setReader(new StringReader(folded));
            OffsetAttribute offset = tokenizer.addAttribute(OffsetAttribute.class);
            tokenizer.reset();
            while (tokenizer.incrementToken()) {
                words.add(new int[]{offset.startOffset(), offset.endOffset()});
            }
            tokenizer.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return words;
    }

    /// Is this a word that carries no subject of its own: a particle, a pronoun, a question word, a verb of saying?
    static boolean isFunctionWord(String word) {
        return FUNCTION_WORDS.contains(word);
    }

    /// The content words of a folded text as `[start, end]`, in order: function words and punctuation are left out, and
    /// neighbouring single characters, with the dots between them, are one word, as they are mostly a name.
    static List<int[]> contentWords(String folded) {
        List<int[]> words = new ArrayList<>();
        int runStart = -1;
        int runEnd = -1;
        for (int[] word : of(folded)) {
            String text = folded.substring(word[0], word[1]);
            boolean letter = Character.isLetterOrDigit(text.codePointAt(0));
            boolean inside = text.equals("一") && runStart >= 0 && runEnd == word[0];
            boolean part = inside || text.equals("·")
                    || letter && text.length() == 1 && isHan(text) && !isFunctionWord(text);
            if (runStart >= 0 && (!part || runEnd != word[0])) {
                words.add(new int[]{runStart, runEnd});
                runStart = -1;
            }
            if (part) {
                runStart = runStart < 0 ? word[0] : runStart;
                runEnd = word[1];
            } else if (letter && !isFunctionWord(text)) {
                words.add(word);
            }
        }
        if (runStart >= 0) {
            words.add(new int[]{runStart, runEnd});
        }
        return words;
    }

    /// The name at the end of a run of characters: the last single characters and dots, or else the last word.
    static String lastName(String run) {
        List<int[]> words = of(run);
        int start = run.length();
        for (int i = words.size() - 1; i >= 0; i--) {
            int[] word = words.get(i);
            boolean single = word[1] - word[0] == 1;
            boolean joined = i + 1 < words.size() && run.charAt(words.get(i + 1)[0]) == '·'
                    || run.charAt(word[0]) == '·' || i > 0 && run.charAt(words.get(i - 1)[0]) == '·';
            if (!single && !joined && start < run.length()) {
                break;
            }
            start = word[0];
            if (!single && !joined) {
                break;
            }
        }
        return run.substring(start);
    }

    /// The name around the dots of a run of characters such as 记者约翰·维拉塞诺在场: the words beside the dots, with the single
    /// characters that follow on either side.
    static String dottedName(String run) {
        List<int[]> words = of(run);
        int first = words.size();
        int last = -1;
        for (int i = 0; i < words.size(); i++) {
            if (run.charAt(words.get(i)[0]) == '·') {
                first = Math.min(first, i);
                last = Math.max(last, i);
            }
        }
        if (last < 0) {
            return run;
        }
        first = Math.max(0, first - 1);
        last = Math.min(words.size() - 1, last + 1);
        if (isNamePart(run, words.get(first)) && first > 0 && sounds(run, words.get(first - 1))) {
            first--;
        }
        while (first > 0 && isNamePart(run, words.get(first - 1))) {
            first--;
        }
        if (isNamePart(run, words.get(last)) && last + 1 < words.size() && sounds(run, words.get(last + 1))) {
            last++;
        }
        while (last + 1 < words.size() && isNamePart(run, words.get(last + 1))) {
            last++;
        }
        return run.substring(words.get(first)[0], words.get(last)[1]);
    }

    /// Is this a word that may be the rest of a name of which one character stands alone at the dot, as in 法特玛塔·科罗马?
    private static boolean sounds(String run, int[] word) {
        return word[1] - word[0] > 1 && Proper.isTransliterating(run.substring(word[0], word[1]));
    }

    private static boolean isNamePart(String run, int[] word) {
        return word[1] - word[0] == 1 && NO_NAME.indexOf(run.charAt(word[0])) < 0;
    }

    /// Is this a string that the dictionary does not know, cut into single characters throughout?
    static boolean isUnknown(String text) {
        return text.length() > 1 && of(text).stream().allMatch(word -> word[1] - word[0] == 1);
    }

    private static boolean isHan(String text) {
        return Character.UnicodeScript.of(text.codePointAt(0)) == Character.UnicodeScript.HAN;
    }
}
