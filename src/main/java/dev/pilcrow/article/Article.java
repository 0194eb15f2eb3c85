package dev.pilcrow.article;

import java.util.List;

/// An article as it was given: its text and its paragraphs. Immutable.
///
/// @param id SHA-256 of the text, hexadecimal: two articles with one id are the same article
/// @param title the heading, or the start of the first paragraph, or the file's name
/// @param language the language of most of its letters
/// @param text the decoded text, byte order mark removed, nothing else changed
/// @param paragraphs in reading order; never empty; the paragraph at index `i` has the number `i + 1`
public record Article(String id, String title, Language language, String text, List<Paragraph> paragraphs) {

    public Article {
        paragraphs = List.copyOf(paragraphs);
        if (paragraphs.isEmpty()) {
            throw new IllegalArgumentException("an article without paragraphs");
        }
    }

    /// The paragraph with this number, from 1.
    public Paragraph paragraph(int number) {
        return paragraphs.get(number - 1);
    }
}
