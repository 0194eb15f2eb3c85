package dev.pilcrow.search;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Puts a folded question into the article's language, word by word, preferring renderings that stand in the article. The
/// result is no sentence that a person would write; it is for matching. Thread-safe.
final class Translation {

    private static final Pattern HAN = Pattern.compile("[\\p{IsHan}·]{2,}");

    private Translation() {
    }

    /// From English. Names come from the article's own pairs, other words from the glossary; what neither knows stays.
    static List<Piece> intoChinese(String folded, IndexedArticle article, Glossary glossary,
            Capitals capitals) {
        List<Glossary.Rendering> renderings = glossary.translate(folded);
        List<int[]> words = Stems.words(folded);
        List<Piece> pieces = new ArrayList<>();
        int next = 0;
        for (int i = 0; i < words.size(); i++) {
            int start = words.get(i)[0];
            while (next < renderings.size() && renderings.get(next).start() < start) {
                next++;
            }
            int named = nameLength(folded, words, i, article);
            if (named > 0) {
                String latin = article.names().spelling(folded.substring(start, words.get(i + named - 1)[1]));
                List<String> forms = withLatin(article.names().chinese(latin), latin, article);
                pieces.add(new Piece(forms.getFirst(), forms, true, true));
                i += named - 1;
            } else if (next < renderings.size() && renderings.get(next).start() == start) {
                Glossary.Rendering rendering = renderings.get(next);
                pieces.add(piece(rendering.words(), folded.substring(start, rendering.end()), article));
                while (i + 1 < words.size() && words.get(i + 1)[0] < rendering.end()) {
                    i++;
                }
            } else {
                i += other(folded, words, i, article, capitals, pieces);
            }
        }
        Matcher han = HAN.matcher(folded);
        while (han.find()) {
            String name = han.group();
            pieces.add(new Piece(name, article.contains(name) ? List.of(name) : List.of(), true, true));
        }
        return pieces;
    }

    /// A question word, a function word, or a word that nothing knows; returns how many further words it took.
    private static int other(String folded, List<int[]> words, int i, IndexedArticle article, Capitals capitals,
            List<Piece> pieces) {
        for (int n = Math.min(2, words.size() - i); n > 0; n--) {
            String phrase = folded.substring(words.get(i)[0], words.get(i + n - 1)[1]);
            List<String> asked = QuestionWords.chinese(phrase);
            if (!asked.isEmpty()) {
                pieces.add(new Piece(asked.getFirst(), List.of(), false, false));
                return n - 1;
            }
        }
        String word = folded.substring(words.get(i)[0], words.get(i)[1]);
        if (!Stems.FUNCTION_WORDS.contains(word)) {
            String spelt = article.names().spelling(word);
            pieces.add(new Piece(spelt, article.contains(spelt) ? List.of(spelt) : List.of(), true,
                    capitals.contains(word)));
        }
        return 0;
    }

    /// How many of the next words are a name that the article pairs with a Chinese one; 0 when none.
    private static int nameLength(String folded, List<int[]> words, int i, IndexedArticle article) {
        for (int n = Math.min(6, words.size() - i); n > 0; n--) {
            String phrase = folded.substring(words.get(i)[0], words.get(i + n - 1)[1]);
            if (!Stems.FUNCTION_WORDS.contains(phrase) && !article.names().chinese(phrase).isEmpty()) {
                return n;
            }
        }
        return 0;
    }

    private static List<String> withLatin(List<String> chinese, String latin, IndexedArticle article) {
        List<String> forms = new ArrayList<>(chinese);
        if (article.contains(latin)) {
            forms.add(latin);
        }
        return forms;
    }

    private static Piece piece(List<String> renderings, String original, IndexedArticle article) {
        Set<String> present = new LinkedHashSet<>(renderings.stream().filter(article::contains).toList());
        if (article.contains(original)) {
            present.add(original);
        }
        return new Piece(present.isEmpty() ? renderings.getFirst() : present.iterator().next(), List.copyOf(present),
                true, false);
    }

    /// From Chinese, by the glossary read backwards.
    static List<Piece> intoEnglish(String folded, IndexedArticle article, Glossary glossary) {
        List<Piece> pieces = new ArrayList<>();
        for (int[] place : glossary.chineseWords(folded)) {
            List<String> english = glossary.english(folded.substring(place[0], place[1]));
            List<String> present = english.stream().filter(article::contains).toList();
            String chosen = present.isEmpty() ? english.getFirst() : present.getFirst();
            pieces.add(
                    new Piece(chosen, present, !Segments.isFunctionWord(folded.substring(place[0], place[1])), false));
        }
        for (int[] place : Stems.words(folded)) {
            String word = article.names().spelling(folded.substring(place[0], place[1]));
            pieces.add(new Piece(word, article.contains(word) ? List.of(word) : List.of(), true, true));
        }
        return pieces;
    }
}
