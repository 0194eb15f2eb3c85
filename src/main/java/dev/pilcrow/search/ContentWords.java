package dev.pilcrow.search;

import dev.pilcrow.article.Folding;
import dev.pilcrow.article.Language;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// What a question is about, without an article to read it by. Immutable.
///
/// @param folded the question, folded, with the words of the mainland
/// @param language what it is written in
/// @param terms what its content words are made of: of Chinese ones the characters and the pairs of neighbours, so that a
///        word that is cut or written otherwise is still much the same; of others the stems
public record ContentWords(String folded, Language language, Set<String> terms) {

    public ContentWords {
        terms = Set.copyOf(terms);
    }

    public static ContentWords of(String question) {
        String folded = Vocabulary.mainland(question, Folding.text(question));
        Language language = QueryReader.language(question);
        List<int[]> places = switch (language) {
            case CHINESE -> Segments.contentWords(folded);
            case ENGLISH -> Stems.words(folded).stream()
                    .filter(place -> !Stems.FUNCTION_WORDS.contains(folded.substring(place[0], place[1]))).toList();
        };
        Set<String> terms = new LinkedHashSet<>();
        for (int[] place : places) {
            String word = folded.substring(place[0], place[1]);
            if (language == Language.CHINESE) {
                terms.addAll(Words.terms(word, Language.CHINESE));
            } else {
                terms.add(Stems.of(word));
            }
        }
        return new ContentWords(folded, language, terms);
    }
}
