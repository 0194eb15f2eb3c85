package dev.pilcrow.terminal;

import dev.pilcrow.chat.Message;
import dev.pilcrow.chat.Span;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.AttributedStyle;

/// Writes messages as a terminal shows them: what is bold bold, quotes and notes dim, or all of it plain. Characters that
/// a terminal would obey, such as an escape in an article, are shown as U+FFFD.
public final class TerminalWriter {

    private TerminalWriter() {
    }

    /// The message without styles.
    public static String plain(Message message) {
        return plain(message.text());
    }

    /// A text with nothing in it that a terminal would obey.
    public static String plain(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            plain.append(harmless(text.charAt(i)));
        }
        return plain.toString();
    }

    /// The message with the escapes that style it, in lines as long as the text has them.
    public static String styled(Message message) {
        return attributed(message).toAnsi();
    }

    /// The message with its styles, for a terminal of JLine.
    static AttributedString attributed(Message message) {
        AttributedStringBuilder styled = new AttributedStringBuilder();
        String text = plain(message.text());
        int done = 0;
        for (Span span : message.spans()) {
            styled.append(text.substring(done, span.start()));
            styled.styled(style(span.style()), text.substring(span.start(), span.end()));
            done = span.end();
        }
        return styled.append(text.substring(done)).toAttributedString();
    }

    private static AttributedStyle style(Span.Style style) {
        return switch (style) {
            case BOLD, CITED -> AttributedStyle.BOLD;
            case PASSAGE, COMMAND -> AttributedStyle.DEFAULT;
            case QUOTE, NOTE -> AttributedStyle.DEFAULT.faint();
        };
    }

    private static char harmless(char character) {
        return switch (character) {
            case '\n' -> '\n';
            case '\t', '\u2028', '\u2029' -> ' ';
            default -> Character.isISOControl(character) || turnsDirection(character) ? '\uFFFD' : character;
        };
    }

    /// Whether the mark turns the direction of what follows, with which a text can pose as another.
    private static boolean turnsDirection(char mark) {
        return (mark >= '\u202A' && mark <= '\u202E') || (mark >= '\u2066' && mark <= '\u2069');
    }
}
