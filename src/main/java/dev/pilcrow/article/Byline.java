package dev.pilcrow.article;

import java.util.List;

/// Who wrote an article and who published it, as the article says so itself, with the place where it does.
///
/// @param authors the writers' names in order; empty when only the outlet is named
/// @param outlet the paper, site or agency; empty when it is not named
/// @param paragraph the number of the paragraph that says so
/// @param start offset of the words in that paragraph's text, in UTF-16 units
/// @param end offset after them
public record Byline(List<String> authors, String outlet, int paragraph, int start, int end) {

    public Byline {
        authors = List.copyOf(authors);
        if ((authors.isEmpty() && outlet.isEmpty()) || start < 0 || end <= start) {
            throw new IllegalArgumentException("a byline in paragraph " + paragraph);
        }
    }
}
