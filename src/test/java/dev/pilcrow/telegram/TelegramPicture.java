package dev.pilcrow.telegram;

import dev.pilcrow.picture.Passage;
import dev.pilcrow.picture.Piece;
import dev.pilcrow.picture.Sheet;
import dev.pilcrow.picture.Typesetter;
import dev.pilcrow.telegram.server.ChatMessage;
import dev.pilcrow.telegram.server.Entity;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// A private chat on Telegram with the bot, about as an app shows it: bubbles, of which one's own are green and to the
/// right, and buttons under those of the bot.
final class TelegramPicture {

    static final String CAPTION = "Rendered from the stand-in for Telegram that the tests use; no screenshot.";
    static final String CAPTION_ZH = "由测试所用的 Telegram 替身渲染，并非截图。";

    private static final int WIDTH = 560;
    private static final int HEAD = 60;
    private static final int MARGIN = 18;
    private static final int PADDING = 13;
    private static final int LINE = 22;
    private static final int BUTTON = 34;
    private static final int GAP = 4;
    private static final double SIZE = 15;
    private static final Typesetter TEXT = new Typesetter(SIZE, 412);
    private static final Typesetter QUOTE = new Typesetter(SIZE, 390);
    private static final int INDENT = 11;
    private static final int BEFORE_QUOTE = 5;
    private static final String INK = "#17212b";
    private static final String LINK = "#1f78b8";
    private static final String WORD_JOINER = "\u2060";

    private final Sheet sheet = new Sheet(WIDTH);
    private double y = HEAD + MARGIN;

    private TelegramPicture() {
    }

    /// Draws a chat.
    ///
    /// @param bot its name
    /// @param username its name in mentions
    static String of(String bot, String username, List<ChatMessage> messages) {
        TelegramPicture drawn = new TelegramPicture();
        messages.forEach(drawn::message);
        int height = (int) drawn.y + 48;
        TelegramPicture whole = new TelegramPicture();
        whole.ground(height, bot, username);
        messages.forEach(whole::message);
        whole.caption(height);
        return whole.sheet.svg(height, "A chat with Pilcrow on Telegram, from a stand-in", told(messages));
    }

    private static String told(List<ChatMessage> messages) {
        return CAPTION + " " + CAPTION_ZH + "\n" + messages.stream().map(Object::toString)
                .collect(Collectors.joining("\n")).replace(WORD_JOINER, "");
    }

    private void ground(int height, String bot, String username) {
        sheet.box(0, 0, WIDTH, height, 16, "fill=\"#d5e2ec\"");
        sheet.path(
                "M0 " + HEAD + "V16A16 16 0 0 1 16 0H" + (WIDTH - 16) + "A16 16 0 0 1 " + WIDTH + " 16V" + HEAD + "z",
                "fill=\"#fff\"");
        sheet.path("M0 " + (HEAD + 0.5) + "H" + WIDTH, "stroke=\"#b9cad7\"");
        sheet.circle(MARGIN + 20, HEAD / 2.0, 20, "fill=\"#2f6f9f\"");
        sheet.text(MARGIN + 20, HEAD / 2.0 + 8, 23, "middle", "fill=\"#fff\" font-weight=\"600\"", "¶");
        sheet.text(MARGIN + 52, HEAD / 2.0 - 3, 16, "start", "fill=\"" + INK + "\" font-weight=\"600\"", bot);
        sheet.text(MARGIN + 52, HEAD / 2.0 + 16, 13, "start", "fill=\"#5c6f7e\"", "@" + username);
        sheet.box(0.5, 0.5, WIDTH - 1, height - 1, 15.5, "fill=\"none\" stroke=\"#b9cad7\"");
    }

    private void caption(int height) {
        sheet.text(WIDTH / 2.0, height - 32, 12, "middle", "fill=\"#41525f\"", CAPTION);
        sheet.text(WIDTH / 2.0, height - 14, 12, "middle", "fill=\"#41525f\"", CAPTION_ZH);
    }

    /// A line that is laid out.
    ///
    /// @param quote the number of the quote that it stands in; 0 for none
    /// @param top how far below the first line's top its own is
    private record Row(Typesetter.Line line, int quote, double top) {

        double width() {
            return line.width() + (quote > 0 ? INDENT + 4 : 0);
        }
    }

    private static List<Row> rows(ChatMessage message) {
        List<Row> rows = new ArrayList<>();
        double top = 0;
        for (Passage passage : passages(message)) {
            if (!rows.isEmpty() && rows.getLast().quote() != passage.quote()) {
                top += 2 * BEFORE_QUOTE;
            }
            for (Typesetter.Line line : (passage.quote() > 0 ? QUOTE : TEXT).lines(passage)) {
                rows.add(new Row(line, passage.quote(), top));
                top += LINE;
            }
        }
        return rows;
    }

    private void message(ChatMessage message) {
        List<Row> rows = rows(message);
        double wide = Math.ceil(rows.stream().mapToDouble(Row::width).max().orElse(0)) + 2 * PADDING;
        List<List<String>> buttons = message.rows();
        if (!buttons.isEmpty()) {
            wide = Math.max(wide, 230);
        }
        Row last = rows.getLast();
        double high = last.top() + LINE + (last.quote() > 0 ? BEFORE_QUOTE : 0) + 2 * PADDING - 5;
        boolean bot = message.byBot();
        double x = bot ? MARGIN : WIDTH - MARGIN - wide;
        bubble(x, wide, high, bot);
        text(x + PADDING, wide - 2 * PADDING, rows);
        y += high;
        for (List<String> row : buttons) {
            y += GAP;
            buttons(x, wide, row);
        }
        y += 14;
    }

    /// A bubble whose lower corner on the speaker's side is sharper.
    private void bubble(double x, double wide, double high, boolean bot) {
        String look = bot ? "fill=\"#fff\"" : "fill=\"#e1f7cc\"";
        sheet.box(x, y, wide, high, 14, look);
        sheet.box(bot ? x : x + wide - 20, y + high - 20, 20, 20, 4, look);
    }

    private void text(double x, double wide, List<Row> rows) {
        double first = y + PADDING - 2.5;
        rows.stream().filter(row -> row.quote() > 0).collect(Collectors.groupingBy(Row::quote, TreeMap::new,
                Collectors.toList())).values().forEach(quote -> quote(x, first, wide, quote));
        for (Row row : rows) {
            sheet.line(x + (row.quote() > 0 ? INDENT : 0), first + row.top() + 16.5, SIZE, INK, LINK,
                    row.line().pieces());
        }
    }

    private void quote(double x, double first, double wide, List<Row> rows) {
        double top = first + rows.getFirst().top() - BEFORE_QUOTE + 2;
        double high = rows.size() * LINE + 2 * BEFORE_QUOTE - 4;
        sheet.box(x, top, wide, high, 4, "fill=\"#e8f1f8\"");
        sheet.box(x, top, 3, high, 1.5, "fill=\"#3a8cc4\"");
    }

    private void buttons(double x, double wide, List<String> labels) {
        double each = (wide - GAP * (labels.size() - 1)) / labels.size();
        for (int i = 0; i < labels.size(); i++) {
            double left = x + i * (each + GAP);
            String label = labels.get(i).replace(WORD_JOINER, "");
            sheet.box(left, y, each, BUTTON, 8, "fill=\"#55748c\"");
            if (label.equals("👍") || label.equals("👎")) {
                sheet.thumb(left + each / 2, y + BUTTON / 2.0, 18, label.equals("👎"), "fill=\"#fff\"");
            } else {
                sheet.text(left + each / 2, y + 22, 14, "middle", "fill=\"#fff\" font-weight=\"600\"", label);
            }
        }
        y += BUTTON;
    }

    /// The lines of a message with what its entities mark.
    static List<Passage> passages(ChatMessage message) {
        String text = message.text();
        TreeSet<Integer> cuts = new TreeSet<>(Set.of(0, text.length()));
        message.entities().forEach(entity -> cuts.addAll(List.of(entity.offset(), entity.end())));
        List<Passage> passages = new ArrayList<>();
        List<Piece> pieces = new ArrayList<>();
        int quotes = 0;
        boolean quoted = false;
        for (int cut : cuts.headSet(text.length())) {
            Set<String> types = types(message, cut);
            boolean inQuote = types.contains("blockquote") || types.contains("expandable_blockquote");
            String words = text.substring(cut, cuts.higher(cut)).replace(WORD_JOINER, "");
            if (inQuote != quoted) {
                passages.addAll(Passage.of(withoutEnd(pieces), quoted ? quotes : 0));
                pieces.clear();
                words = words.startsWith("\n") ? words.substring(1) : words;
                quoted = inQuote;
                quotes += inQuote ? 1 : 0;
            }
            if (!words.isEmpty()) {
                pieces.add(new Piece(words, marks(types)));
            }
        }
        passages.addAll(Passage.of(pieces, quoted ? quotes : 0));
        return passages;
    }

    /// A quote is a block, so the break around it is none of its own.
    private static List<Piece> withoutEnd(List<Piece> pieces) {
        List<Piece> block = new ArrayList<>(pieces);
        if (!block.isEmpty() && block.getLast().text().endsWith("\n")) {
            Piece last = block.removeLast();
            block.add(new Piece(last.text().substring(0, last.text().length() - 1), last.marks()));
        }
        return block;
    }

    private static Set<String> types(ChatMessage message, int at) {
        return message.entities().stream().filter(one -> one.offset() <= at && at < one.end()).map(Entity::type)
                .collect(Collectors.toSet());
    }

    private static Set<Piece.Mark> marks(Set<String> types) {
        Set<Piece.Mark> marks = EnumSet.noneOf(Piece.Mark.class);
        for (String type : types) {
            switch (type) {
                case "bold" -> marks.add(Piece.Mark.BOLD);
                case "code", "pre" -> marks.add(Piece.Mark.CODE);
                case "text_link", "url", "bot_command" -> marks.add(Piece.Mark.LINK);
                case "mention", "text_mention" -> marks.add(Piece.Mark.MENTION);
                case "blockquote", "expandable_blockquote" -> {
                    // A block, and no mark.
                }
                default -> throw new AssertionError("how does this look? " + type);
            }
        }
        return marks;
    }
}
