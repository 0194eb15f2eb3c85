package dev.pilcrow.article;

import java.util.ArrayList;
import java.util.List;

/// Cuts a paragraph into its sentences. Every character that is not white space belongs to exactly one of them.
public final class Sentences {

    /// What follows so many sentences of one paragraph is one more; no writer gets here.
    private static final int MOST = 20_000;

    private Sentences() {
    }

    /// The sentences of a paragraph's text, in order, without white space at their ends; never empty for a text that is
    /// not blank. A piece without a letter or digit belongs to its neighbour.
    public static List<Sentence> split(int paragraph, String text, Language language) {
        SentenceEnds ends = new SentenceEnds(text, language);
        List<Sentence> sentences = new ArrayList<>();
        int start = skip(text, 0);
        int from = start;
        int open = -1;
        while (from < text.length()) {
            int end = sentences.size() < MOST ? ends.next(from) : text.length();
            boolean word = hasWord(text, from, end);
            if (word && open >= 0 && hasWord(text, start, open)) {
                sentences.add(sentence(paragraph, text, start, open));
                start = from;
            }
            open = end;
            from = skip(text, end);
        }
        if (start < text.length()) {
            sentences.add(sentence(paragraph, text, start, text.length()));
        }
        return List.copyOf(sentences);
    }

    private static Sentence sentence(int paragraph, String text, int start, int to) {
        int end = to;
        while (Glyphs.white(text.charAt(end - 1))) {
            end--;
        }
        return new Sentence(paragraph, start, end, text.substring(start, end));
    }

    private static int skip(String text, int from) {
        int at = from;
        while (at < text.length() && Glyphs.white(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private static boolean hasWord(String text, int start, int end) {
        return text.substring(start, end).codePoints().anyMatch(Character::isLetterOrDigit);
    }
}
