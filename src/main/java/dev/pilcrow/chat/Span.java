package dev.pilcrow.chat;

import org.jspecify.annotations.Nullable;

/// A stretch of a message's text that looks different. Offsets count UTF-16 units.
///
/// @param start offset of its first character
/// @param end offset after its last character
/// @param style how it looks
/// @param link where it leads; nowhere in most cases
public record Span(int start, int end, Style style, @Nullable Link link) {

    /// How a span looks; each platform has its own way to show it.
    public enum Style {
        BOLD, QUOTE, NOTE,
        /// A paragraph of the article, which may be long; spans of this and of {@link #CITED} that touch are one paragraph.
        PASSAGE,
        /// The words of such a paragraph that are quoted.
        CITED,
        /// A command of the bot's that a tap sends.
        COMMAND
    }

    public Span {
        if (start < 0 || end <= start) {
            throw new IllegalArgumentException("span " + start + "-" + end);
        }
    }

    /// A span that leads nowhere.
    public Span(int start, int end, Style style) {
        this(start, end, style, null);
    }

    /// The same stretch of another text.
    ///
    /// @param first offset of its first character there
    /// @param last offset after its last character there
    Span at(int first, int last) {
        return new Span(first, last, style, link);
    }
}
