package dev.pilcrow.slack;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pilcrow.picture.Passage;
import dev.pilcrow.picture.Piece;
import dev.pilcrow.picture.Sheet;
import dev.pilcrow.picture.Typesetter;
import dev.pilcrow.slack.server.Person;
import dev.pilcrow.slack.server.SlackMessage;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/// A thread on Slack, about as an app shows it: a message, and below a rule what was said about it.
final class SlackPicture {

    static final String CAPTION = "Rendered from the stand-in for Slack that the tests use; no screenshot.";
    static final String CAPTION_ZH = "由测试所用的 Slack 替身渲染，并非截图。";

    private static final int WIDTH = 560;
    private static final int HEAD = 52;
    private static final int MARGIN = 20;
    private static final int LEFT = MARGIN + 48;
    private static final int LINE = 22;
    private static final double SIZE = 15;
    private static final Typesetter TEXT = new Typesetter(SIZE, WIDTH - LEFT - MARGIN);
    private static final Typesetter QUOTE = new Typesetter(SIZE, WIDTH - LEFT - MARGIN - 16);
    private static final String INK = "#1d1c1d";
    private static final String PALE = "#616061";
    private static final String LINK = "#1264a3";
    private static final String RULE = "#dddddd";
    private static final List<String> FACES = List.of("#7a4f9a", "#b3532e", "#2f7d6b", "#8a6a1f");

    private final Sheet sheet = new Sheet(WIDTH);
    private final Map<String, Person> people;
    private double y = HEAD + 16;

    /// @param people by their ids, the bot too
    private SlackPicture(Map<String, Person> people) {
        this.people = people;
    }

    /// Draws a thread.
    ///
    /// @param channel its name
    /// @param people by their ids, the bot too
    static String of(String channel, Map<String, Person> people, List<SlackMessage> thread) {
        SlackPicture drawn = new SlackPicture(people);
        drawn.thread(thread);
        int height = (int) drawn.y + 46;
        SlackPicture whole = new SlackPicture(people);
        whole.ground(height, channel);
        whole.thread(thread);
        whole.caption(height);
        return whole.sheet.svg(height, "A thread with Pilcrow on Slack, from a stand-in", whole.told(thread));
    }

    private String told(List<SlackMessage> thread) {
        return CAPTION + " " + CAPTION_ZH + "\n" + thread.stream().map(message -> called(message.toString()))
                .collect(Collectors.joining("\n"));
    }

    /// The words with the names of those whom they call.
    private String called(String text) {
        String named = text;
        for (Person person : people.values()) {
            named = named.replace(person.mention(), "@" + person.name());
        }
        return named;
    }

    private void ground(int height, String channel) {
        sheet.box(0.5, 0.5, WIDTH - 1, height - 1, 12, "fill=\"#fff\" stroke=\"#c9c9cb\"");
        sheet.line(MARGIN, 32, 17, INK, LINK, List.of(new Piece("Thread", Set.of(Piece.Mark.BOLD))));
        sheet.text(MARGIN + 70, 32, 13.5, "start", "fill=\"" + PALE + "\"", "# " + channel);
        rule(HEAD, 0);
    }

    private void rule(double at, double from) {
        sheet.path("M" + from + " " + (at + 0.5) + "H" + WIDTH, "stroke=\"" + RULE + "\"");
    }

    private void caption(int height) {
        sheet.text(WIDTH / 2.0, height - 32, 12, "middle", "fill=\"" + PALE + "\"", CAPTION);
        sheet.text(WIDTH / 2.0, height - 14, 12, "middle", "fill=\"" + PALE + "\"", CAPTION_ZH);
    }

    private void thread(List<SlackMessage> thread) {
        message(thread.getFirst());
        int replies = thread.size() - 1;
        sheet.text(MARGIN, y + 9, 13, "start", "fill=\"" + PALE + "\"", replies + " replies");
        sheet.path("M" + (MARGIN + 66) + " " + (y + 4.5) + "H" + (WIDTH - MARGIN), "stroke=\"" + RULE + "\"");
        y += 30;
        thread.stream().skip(1).forEach(this::message);
    }

    private void message(SlackMessage message) {
        face(message);
        y += 16;
        name(message);
        y += 6;
        JsonNode blocks = message.json().path("blocks");
        for (JsonNode block : blocks) {
            switch (block.path("type").asText()) {
                case "rich_text" -> block.path("elements").forEach(this::part);
                case "actions", "context_actions" -> buttons(block.path("elements"));
                default -> throw new AssertionError("how does this look? " + block);
            }
        }
        y += 20;
    }

    private void face(SlackMessage message) {
        if (message.byBot()) {
            sheet.box(MARGIN, y, 36, 36, 8, "fill=\"#2f6f9f\"");
            sheet.text(MARGIN + 18, y + 26, 22, "middle", "fill=\"#fff\" font-weight=\"600\"", "¶");
            return;
        }
        List<String> ids = people.keySet().stream().sorted().toList();
        String colour = FACES.get(ids.indexOf(message.author().id()) % FACES.size());
        String name = message.author().name();
        sheet.box(MARGIN, y, 36, 36, 8, "fill=\"" + colour + "\"");
        sheet.text(MARGIN + 18, y + 24.5, 18, "middle", "fill=\"#fff\"",
                name.substring(0, name.offsetByCodePoints(0, 1)));
    }

    private void name(SlackMessage message) {
        String name = message.author().name();
        sheet.text(LEFT, y - 3, SIZE, "start", "fill=\"" + INK + "\" font-weight=\"700\"", name);
        if (message.byBot()) {
            double after = LEFT + new Typesetter(SIZE, WIDTH)
                    .lines(new Passage(List.of(new Piece(name, Set.of(Piece.Mark.BOLD))), 0)).getFirst().width() + 8;
            sheet.box(after, y - 14.5, 31, 15, 3, "fill=\"#ececed\"");
            sheet.text(after + 15.5, y - 3.5, 10, "middle", "fill=\"" + PALE + "\" font-weight=\"700\"", "APP");
        }
    }

    private void part(JsonNode part) {
        boolean quoted = switch (part.path("type").asText()) {
            case "rich_text_section" -> false;
            case "rich_text_quote" -> true;
            default -> throw new AssertionError("how does this look? " + part);
        };
        List<Piece> pieces = new ArrayList<>(part.path("elements").valueStream().map(this::piece).toList());
        List<Typesetter.Line> lines = Passage.of(withoutEnd(pieces), quoted ? 1 : 0).stream()
                .flatMap(passage -> (quoted ? QUOTE : TEXT).lines(passage).stream()).toList();
        if (quoted) {
            y += 4;
            sheet.box(LEFT, y, 4, lines.size() * LINE, 2, "fill=\"" + RULE + "\"");
        }
        for (Typesetter.Line line : lines) {
            sheet.line(LEFT + (quoted ? 16 : 0), y + 16, SIZE, INK, LINK, line.pieces());
            y += LINE;
        }
        y += quoted ? 4 : 0;
    }

    /// A break at the end of a part is that between it and the next.
    private static List<Piece> withoutEnd(List<Piece> pieces) {
        if (!pieces.isEmpty() && pieces.getLast().text().endsWith("\n")) {
            Piece last = pieces.removeLast();
            pieces.add(new Piece(last.text().substring(0, last.text().length() - 1), last.marks()));
        }
        return pieces;
    }

    private Piece piece(JsonNode element) {
        return switch (element.path("type").asText()) {
            case "text" -> new Piece(element.path("text").asText(), marks(element.path("style")));
            case "link" -> new Piece(element.path("text").asText(element.path("url").asText()),
                    EnumSet.of(Piece.Mark.LINK));
            case "user" -> new Piece("@" + Objects.requireNonNull(people.get(element.path("user_id").asText())).name(),
                    EnumSet.of(Piece.Mark.MENTION));
            default -> throw new AssertionError("how does this look? " + element);
        };
    }

    private static Set<Piece.Mark> marks(JsonNode style) {
        Set<Piece.Mark> marks = EnumSet.noneOf(Piece.Mark.class);
        style.propertyStream().filter(mark -> mark.getValue().asBoolean()).forEach(mark -> {
            switch (mark.getKey()) {
                case "bold" -> marks.add(Piece.Mark.BOLD);
                case "code" -> marks.add(Piece.Mark.CODE);
                default -> throw new AssertionError("how does this look? " + mark.getKey());
            }
        });
        return marks;
    }

    private void buttons(JsonNode elements) {
        y += 8;
        double x = LEFT;
        for (JsonNode element : elements) {
            switch (element.path("type").asText()) {
                case "button" -> x = button(x, element.path("text").path("text").asText());
                case "feedback_buttons" -> {
                    sheet.thumb(x + 10, y + 10, 17, false, "fill=\"" + PALE + "\"");
                    sheet.thumb(x + 42, y + 10, 17, true, "fill=\"" + PALE + "\"");
                    x += 64;
                    y -= 8;
                }
                default -> throw new AssertionError("how does this look? " + element);
            }
        }
        y += 28;
    }

    private double button(double x, String label) {
        double wide = Math.max(44, new Typesetter(13, WIDTH)
                .lines(new Passage(List.of(new Piece(label, Set.of(Piece.Mark.BOLD))), 0)).getFirst().width() + 24);
        sheet.box(x + 0.5, y + 0.5, wide, 27, 4, "fill=\"#fff\" stroke=\"#b5b5b7\"");
        sheet.text(x + wide / 2, y + 18.5, 13, "middle", "fill=\"" + INK + "\" font-weight=\"700\"", label);
        return x + wide + 8;
    }
}
