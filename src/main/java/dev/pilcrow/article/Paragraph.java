package dev.pilcrow.article;

import java.util.List;

/// A paragraph of an article, verbatim: a non-blank line of a text, a block of a Markdown file.
///
/// @param number its number in the article, from 1; headings, bylines and captions count
/// @param kind what it is in the article
/// @param form how it is set
/// @param text its characters, with white space at the ends removed
/// @param start offset of the text in the article's text, in UTF-16 units
/// @param sentences the sentences in reading order; never empty
public record Paragraph(int number, Kind kind, Form form, String text, int start, List<Sentence> sentences) {

    /// What a paragraph is in its article. Every kind can be found and cited.
    public enum Kind {
        BODY, HEADING, BYLINE, CAPTION
    }

    /// How a paragraph is set in its article, as far as the format tells.
    public enum Form {
        PROSE, ITEM, ROW, CODE
    }

    public Paragraph {
        sentences = List.copyOf(sentences);
        if (number < 1 || text.isBlank() || sentences.isEmpty()) {
            throw new IllegalArgumentException("paragraph " + number);
        }
    }
}
