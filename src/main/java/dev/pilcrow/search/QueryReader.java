package dev.pilcrow.search;

import dev.pilcrow.article.Folding;
import dev.pilcrow.article.Language;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Turns what a reader wrote into a {@link Query} for an article: finds its content words, puts it into the article's
/// language when that is another one, and encodes it. Thread-safe.
final class QueryReader {

    private final Encoders encoders;
    private final QuestionEncoder questions;

    QueryReader(Encoders encoders, QuestionEncoder questions) {
        this.encoders = encoders;
        this.questions = questions;
    }

    /// Reads a question.
    ///
    /// @param text what the reader wrote
    /// @param context content words of the questions before, in the reader's words; empty when there are none
    Query read(String text, String context, IndexedArticle article) {
        Language reader = language(text);
        Language written = article.article().language();
        String folded = Vocabulary.mainland(text, Folding.text(text));
        if (reader == written) {
            return same(text, folded, Folding.text(context), article);
        }
        Capitals capitals = new Capitals(text);
        String whole = context.isEmpty() ? folded : folded + " " + Folding.text(context);
        List<Piece> pieces = written == Language.CHINESE
                ? Translation.intoChinese(whole, article, Glossary.general(), capitals)
                : Translation.intoEnglish(whole, article, Glossary.general());
        return translated(folded, whole, pieces, article, reader);
    }

    /// English when no Han character stands in it, or an English function word and no Chinese one.
    static Language language(String text) {
        String folded = Folding.text(text);
        boolean han = folded.codePoints()
                .anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN);
        List<int[]> latin = Stems.words(folded);
        if (!han) {
            return folded.codePoints().anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.LATIN)
                    ? Language.ENGLISH
                    : Language.CHINESE;
        }
        boolean english = latin.stream()
                .anyMatch(place -> Stems.FUNCTION_WORDS.contains(folded.substring(place[0], place[1])));
        return english && Segments.of(folded).stream()
                .noneMatch(place -> Segments.isFunctionWord(folded.substring(place[0], place[1])))
                        ? Language.ENGLISH
                        : Language.CHINESE;
    }

    private Query same(String text, String folded, String context, IndexedArticle article) {
        Language language = article.article().language();
        String matching = respell(context.isEmpty() ? folded : folded + " " + context, article);
        Capitals capitals = new Capitals(text);
        List<Query.Word> words = new ArrayList<>();
        for (int[] place : contentWords(matching, language)) {
            String word = matching.substring(place[0], place[1]);
            boolean name = switch (language) {
                case CHINESE -> article.names().chinese().contains(word) || Segments.isUnknown(word) || isLatin(word);
                case ENGLISH -> capitals.contains(word);
            };
            words.add(new Query.Word(place[0], place[1], word, alternatives(word, article), name));
        }
        return new Query(folded, matching, language, questions.encode(language, matching), null, List.copyOf(words),
                weights(Words.terms(matching, language), 1), synonyms(matching, article),
                weights(Sounds.terms(matching), 1));
    }

    private Query translated(String folded, String whole, List<Piece> pieces, IndexedArticle article, Language reader) {
        Language written = article.article().language();
        StringBuilder matching = new StringBuilder();
        List<Query.Word> words = new ArrayList<>();
        Map<String, Float> terms = new LinkedHashMap<>();
        for (Piece piece : pieces) {
            if (!matching.isEmpty() && written == Language.ENGLISH) {
                matching.append(' ');
            }
            int start = matching.length();
            matching.append(piece.chosen());
            if (piece.content()) {
                words.add(new Query.Word(start, matching.length(), piece.chosen(), piece.present(), piece.name()));
                Set<String> forms = new LinkedHashSet<>(piece.present());
                forms.add(piece.chosen());
                float weight = (float) (1 / Math.sqrt(forms.size()));
                forms.forEach(form -> weights(Words.terms(form, written), weight)
                        .forEach((term, more) -> terms.merge(term, more, Math::max)));
            }
        }
        float[] other = questions.encode(reader, whole).vector();
        return new Query(folded, matching.toString(), reader, questions.encode(written, matching.toString()),
                encoders.map(reader, written).apply(other), List.copyOf(words), terms, Map.of(), Map.of());
    }

    private static boolean isLatin(String word) {
        return Character.UnicodeScript.of(word.codePointAt(0)) == Character.UnicodeScript.LATIN;
    }

    /// Replaces Latin words that the article spells a letter differently.
    private static String respell(String folded, IndexedArticle article) {
        StringBuilder respelt = new StringBuilder();
        int last = 0;
        for (int[] place : Stems.words(folded)) {
            String word = folded.substring(place[0], place[1]);
            boolean common = article.article().language() == Language.ENGLISH && Stems.FUNCTION_WORDS.contains(word);
            respelt.append(folded, last, place[0]).append(common ? word : article.names().spelling(word));
            last = place[1];
        }
        return respelt.append(folded, last, folded.length()).toString();
    }

    private static List<int[]> contentWords(String folded, Language language) {
        return switch (language) {
            case CHINESE -> Segments.contentWords(folded);
            case ENGLISH -> Stems.words(folded).stream()
                    .filter(place -> !Stems.FUNCTION_WORDS.contains(folded.substring(place[0], place[1]))).toList();
        };
    }

    private List<String> alternatives(String word, IndexedArticle article) {
        Set<String> found = new LinkedHashSet<>(article.names().chinese(word));
        found.addAll(Glossary.general().synonyms(word));
        found.addAll(article.names().latin(word));
        return found.stream().filter(article::contains).toList();
    }

    private Map<String, Float> synonyms(String matching, IndexedArticle article) {
        Map<String, Float> terms = new LinkedHashMap<>();
        if (article.article().language() == Language.CHINESE) {
            for (int[] place : Glossary.general().chineseWords(matching)) {
                for (String synonym : Glossary.general().synonyms(matching.substring(place[0], place[1]))) {
                    if (article.contains(synonym)) {
                        terms.putAll(weights(Words.terms(synonym, Language.CHINESE), 1));
                    }
                }
            }
        }
        return terms;
    }

    private static Map<String, Float> weights(List<String> terms, float weight) {
        Map<String, Float> weights = new LinkedHashMap<>();
        terms.forEach(term -> weights.put(term, weight));
        return weights;
    }
}
