package dev.pilcrow.answer;

import dev.pilcrow.search.ContentWords;
import java.util.Set;

/// What a question comes down to: two questions that ask for one kind of thing in much the same words are one question.
/// Immutable.
///
/// @param asked the kind of thing that it asks for, in one word
/// @param terms what its content words are made of
public record Gist(String asked, Set<String> terms) {

    public Gist {
        terms = Set.copyOf(terms);
    }

    public static Gist of(String question) {
        ContentWords words = ContentWords.of(question);
        return new Gist(AskedReader.asked(words.folded(), words.language()).type().name(), words.terms());
    }
}
