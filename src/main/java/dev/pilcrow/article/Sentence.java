package dev.pilcrow.article;

/// A sentence of a paragraph, verbatim. Offsets count UTF-16 units in the paragraph's text.
///
/// @param paragraph the number of its paragraph, from 1
/// @param start offset of its first character
/// @param end offset after its last character
/// @param text the characters between them
public record Sentence(int paragraph, int start, int end, String text) {

    public Sentence {
        if (start < 0 || end - start != text.length() || text.isBlank()) {
            throw new IllegalArgumentException("a sentence of paragraph " + paragraph + " at " + start + "-" + end);
        }
    }
}
