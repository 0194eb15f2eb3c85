package dev.pilcrow.search;

import dev.pilcrow.article.Folding;
import dev.pilcrow.article.Language;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;

/// How much of a sentence some paragraphs say in its own words: the share of its pairs of characters, or of its stems, or
/// of its words put into the article's language, that stand there. Names in Latin letters and what has a digit do not
/// count: they are all that some made-up sentences take from a paragraph. It costs no run of an encoder. Thread-safe.
public final class Overlap {

    private Overlap() {
    }

    /// The share, from 0 to 1; 0 for a sentence without a content word.
    ///
    /// @param sentence as it was written, in either language
    /// @param paragraphs their numbers, from 1
    public static double of(IndexedArticle article, String sentence, Collection<Integer> paragraphs) {
        Language written = article.article().language();
        String folded = Folding.text(sentence);
        if (QueryReader.language(sentence) != written) {
            List<Piece> pieces = written == Language.CHINESE
                    ? Translation.intoChinese(folded, article, Glossary.ofEverySense(), new Capitals(sentence))
                    : Translation.intoEnglish(folded, article, Glossary.general());
            return share(pieces.stream().filter(piece -> piece.content() && isWord(piece, written)).toList(),
                    piece -> piece.present().stream().anyMatch(form -> stands(article, form, paragraphs)));
        }
        return share(switch (written) {
            case CHINESE -> pairs(folded);
            case ENGLISH -> Stems.words(folded).stream().map(place -> folded.substring(place[0], place[1]))
                    .filter(word -> !Stems.FUNCTION_WORDS.contains(word) && !hasDigit(word)).toList();
        }, word -> stands(article, word, paragraphs));
    }

    /// Is a piece a word that was put into the article's language, and not a name that was left as it is?
    private static boolean isWord(Piece piece, Language written) {
        return switch (written) {
            case CHINESE -> isHan(piece.chosen().charAt(0));
            case ENGLISH -> !piece.name() && !hasDigit(piece.chosen());
        };
    }

    private static boolean hasDigit(String word) {
        return word.codePoints().anyMatch(Character::isDigit);
    }

    /// The pairs of neighbouring Han characters.
    private static List<String> pairs(String folded) {
        List<String> pairs = new ArrayList<>();
        for (int i = 0; i + 1 < folded.length(); i++) {
            if (isHan(folded.charAt(i)) && isHan(folded.charAt(i + 1))) {
                pairs.add(folded.substring(i, i + 2));
            }
        }
        return pairs;
    }

    private static boolean isHan(char c) {
        return Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN;
    }

    private static boolean stands(IndexedArticle article, String form, Collection<Integer> paragraphs) {
        return paragraphs.stream().anyMatch(number -> article.contains(number - 1, form));
    }

    private static <T> double share(List<T> parts, Predicate<T> said) {
        return parts.isEmpty() ? 0 : (double) parts.stream().filter(said).count() / parts.size();
    }
}
