package dev.pilcrow.answer;

/// A quote and the paragraph it stands in, word for word. Made by {@link Citations} only, which has found it there.
///
/// @param paragraph the paragraph's number, from 1
/// @param start offset of the quote in the paragraph's text, in UTF-16 units
/// @param quote the article's own characters
public record Citation(int paragraph, int start, String quote) {

    /// Offset after the quote.
    public int end() {
        return start + quote.length();
    }
}
