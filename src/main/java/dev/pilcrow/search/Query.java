package dev.pilcrow.search;

import dev.pilcrow.article.Language;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A question as search sees it, for one article. Immutable.
///
/// @param folded what the reader wrote, folded
/// @param matching the question in the article's language: `folded`, or its words translated one by one
/// @param language the language the reader wrote in
/// @param encoding `matching` as the article's own model sees it
/// @param mapped when the reader wrote in another language: the question's vector from that language's model, brought into
///        the article's vector space; of unit length
/// @param words the content words of `matching`, in order
/// @param terms the terms for word ranking, each with its weight
/// @param synonyms terms of words that mean nearly the same and stand in the article, each with its weight
/// @param sounds the syllables of `matching`, for misspelt names
public record Query(String folded, String matching, Language language, Encoding encoding, float @Nullable [] mapped,
        List<Word> words, Map<String, Float> terms, Map<String, Float> synonyms, Map<String, Float> sounds) {

    /// A content word of a question.
    ///
    /// @param start offset in `matching`
    /// @param end offset after it
    /// @param text its folded characters
    /// @param alternatives other folded strings that stand in the article and mean the same: renderings, forms of a name
    /// @param name is it a name, as far as its writing shows?
    public record Word(int start, int end, String text, List<String> alternatives, boolean name) {
    }

    /// Was the question put into the article's language word by word?
    public boolean translated() {
        return mapped != null;
    }
}
