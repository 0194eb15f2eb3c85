package dev.pilcrow.chat;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A text with spans instead of markup, so that nothing that an article, a reader or a model wrote can become a format,
/// a link or a mention. Immutable.
///
/// @param text the characters, lines divided by LF
/// @param spans in the order of their starts; they do not overlap
public record Message(String text, List<Span> spans) {

    public Message {
        spans = List.copyOf(spans);
        int last = 0;
        for (Span span : spans) {
            if (span.start() < last || span.end() > text.length()) {
                throw new IllegalArgumentException("spans overlap or leave the text at " + span.start());
            }
            last = span.end();
        }
    }

    /// A message without spans.
    public static Message plain(String text) {
        return new Message(text, List.of());
    }

    /// A part of the message, with the spans that lie in it.
    ///
    /// @param start offset of its first character; no span may go on over it
    /// @param end offset after its last character; no span may go on over it
    public Message part(int start, int end) {
        return new Message(text.substring(start, end),
                spans.stream().filter(span -> span.start() >= start && span.end() <= end)
                        .map(span -> span.at(span.start() - start, span.end() - start)).toList());
    }

    /// Writes a message piece by piece. Not thread-safe.
    public static final class Builder {

        private final StringBuilder text = new StringBuilder();
        private final List<Span> spans = new ArrayList<>();

        public Builder add(String piece) {
            text.append(piece);
            return this;
        }

        public Builder add(String piece, Span.Style style) {
            if (!piece.isEmpty()) {
                spans.add(new Span(text.length(), text.length() + piece.length(), style));
                text.append(piece);
            }
            return this;
        }

        /// Adds a piece that leads somewhere, or one that goes on with the style before it when it leads nowhere.
        public Builder add(String piece, Span.Style style, @Nullable Link link) {
            Span last = spans.isEmpty() ? null : spans.getLast();
            if (link == null && last != null && last.link() == null && last.style() == style
                    && last.end() == text.length()) {
                spans.set(spans.size() - 1, last.at(last.start(), last.end() + piece.length()));
                text.append(piece);
            } else if (!piece.isEmpty()) {
                spans.add(new Span(text.length(), text.length() + piece.length(), style, link));
                text.append(piece);
            }
            return this;
        }

        /// Adds another message, with its spans.
        public Builder add(Message other) {
            int start = text.length();
            other.spans().forEach(span -> spans.add(span.at(start + span.start(), start + span.end())));
            text.append(other.text());
            return this;
        }

        public Message build() {
            return new Message(text.toString(), spans);
        }
    }
}
