package dev.pilcrow.slack;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pilcrow.chat.CleanText;
import dev.pilcrow.chat.Link;
import dev.pilcrow.chat.Message;
import dev.pilcrow.chat.Post;
import dev.pilcrow.chat.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Writes messages as Slack takes them: as rich text, which is never read as markup, and as a text that stands for it where
/// it cannot be shown. Nothing in a text acts by itself, or leads anywhere but where a span does.
final class SlackWriter {

    /// What can be called by a command; all else is said to the bot in bare words.
    private static final Set<String> COMMANDS = Set.of("/ask", "/article", "/summary");

    private static final Pattern NUMBER = Pattern.compile(" \\d+");

    private SlackWriter() {
    }

    /// A message as it is sent.
    ///
    /// @param text what stands for the blocks
    record Written(String text, ArrayNode blocks) {
    }

    /// @param plain without what older apps do not show
    static Written write(Post post, boolean plain) {
        List<Part> parts = parts(post.message());
        ArrayNode blocks = SlackJson.array();
        Post.Quote quote = post.quote();
        List<Part> quoted = quote == null
                ? List.of()
                : List.of(new Part(true, List.of(Piece.plain(CleanText.line(quote.words(), SlackLimits.TEXT)))));
        blocks.add(richText(quoted, parts));
        SlackButtons.write(post.rows(), plain).forEach(blocks::add);
        while (blocks.size() > SlackLimits.BLOCKS) {
            blocks.remove(blocks.size() - 1);
        }
        return new Written(fallback(parts), blocks);
    }

    /// A text of one style, which may lead somewhere.
    private record Piece(String text, Span.@Nullable Style style, @Nullable Link link) {

        static Piece plain(String text) {
            return new Piece(text, null, null);
        }

        ObjectNode node() {
            ObjectNode node = link == null
                    ? SlackJson.object("text")
                    : SlackJson.object("link").put("url", link.text());
            node.put("text", text);
            if (style == Span.Style.BOLD || style == Span.Style.CITED) {
                node.putObject("style").put("bold", true);
            } else if (style == Span.Style.COMMAND) {
                node.putObject("style").put("code", true);
            }
            return node;
        }
    }

    /// What stands in a quote, or outside of it.
    private record Part(boolean quote, List<Piece> pieces) {

        String text() {
            return pieces.stream().map(Piece::text).collect(Collectors.joining());
        }

        ObjectNode node() {
            ObjectNode node = SlackJson.object(quote ? "rich_text_quote" : "rich_text_section");
            ArrayNode elements = node.putArray("elements");
            pieces.forEach(piece -> elements.add(piece.node()));
            return node;
        }
    }

    private static ObjectNode richText(List<Part> quoted, List<Part> parts) {
        ObjectNode block = SlackJson.object("rich_text");
        ArrayNode elements = block.putArray("elements");
        quoted.forEach(part -> elements.add(part.node()));
        parts.forEach(part -> elements.add(part.node()));
        return block;
    }

    /// The parts of a message. A quote stands on lines of its own, so the line breaks next to it are not written.
    private static List<Part> parts(Message message) {
        CleanText text = CleanText.of(message.text()).fitted(SlackLimits.TEXT);
        List<Part> parts = new ArrayList<>();
        int at = 0;
        int room = SlackLimits.BYTES - text.text().getBytes(UTF_8).length;
        for (int i = 0; i < message.spans().size(); i++) {
            Span span = message.spans().get(i);
            int from = text.moved()[span.start()];
            int to = text.moved()[span.end()];
            if (span.style() == Span.Style.COMMAND) {
                int next = i + 1 < message.spans().size()
                        ? message.spans().get(i + 1).start()
                        : message.text().length();
                to = withNumber(text.text(), to, text.moved()[next]);
            }
            boolean quote = isQuote(span.style());
            String between = text.text().substring(at, from);
            addPlain(parts, quote && between.endsWith("\n") ? between.substring(0, between.length() - 1) : between);
            Link link = span.link() != null && span.link().text().length() <= room ? span.link() : null;
            room -= link == null ? 0 : link.text().length();
            add(parts, quote, between.isEmpty(), new Piece(said(text.text().substring(from, to), span.style()),
                    span.style(), link));
            at = to;
        }
        addPlain(parts, text.text().substring(at));
        return parts;
    }

    private static void addPlain(List<Part> parts, String text) {
        boolean first = !parts.isEmpty() && parts.getLast().quote() && text.startsWith("\n");
        add(parts, false, true, Piece.plain(first ? text.substring(1) : text));
    }

    /// @param touching does nothing stand between it and what was added before?
    private static void add(List<Part> parts, boolean quote, boolean touching, Piece piece) {
        if (!piece.text().isEmpty()) {
            if (parts.isEmpty() || parts.getLast().quote() != quote || quote && !touching) {
                parts.add(new Part(quote, new ArrayList<>()));
            }
            parts.getLast().pieces().add(piece);
        }
    }

    private static boolean isQuote(Span.Style style) {
        return style == Span.Style.QUOTE || style == Span.Style.PASSAGE || style == Span.Style.CITED;
    }

    /// The end of a command, with the number that is written after it.
    private static int withNumber(String text, int end, int next) {
        Matcher number = NUMBER.matcher(text).region(end, next);
        return number.lookingAt() ? number.end() : end;
    }

    /// A command as it is written on Slack.
    private static String said(String text, Span.Style style) {
        return style == Span.Style.COMMAND && text.startsWith("/") && !COMMANDS.contains(text.split("\\s", 2)[0])
                ? text.substring(1)
                : text;
    }

    private static String fallback(List<Part> parts) {
        return escaped(parts.stream().map(Part::text).collect(Collectors.joining("\n")), SlackLimits.FALLBACK);
    }

    /// A text in which nothing acts, at most so long with what escapes it.
    static String escaped(String text, int longest) {
        String kept = CleanText.start(text, longest);
        String escaped = SlackText.escaped(kept);
        while (escaped.length() > longest) {
            kept = CleanText.start(kept, kept.length() - Math.max(1, (escaped.length() - longest) / 5));
            escaped = SlackText.escaped(kept);
        }
        return escaped;
    }

    /// A short text without marks.
    static ObjectNode plain(String text, int longest) {
        return SlackJson.object("plain_text").put("text", CleanText.line(text, longest)).put("emoji", false);
    }
}
