package dev.pilcrow.telegram;

import dev.pilcrow.chat.Button;
import dev.pilcrow.chat.CleanText;
import dev.pilcrow.chat.Message;
import dev.pilcrow.chat.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.telegram.telegrambots.meta.api.objects.MessageEntity;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.InlineKeyboardMarkup;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.InlineKeyboardButton;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.InlineKeyboardRow;

/// Writes messages as Telegram takes them: text, and entities that count UTF-16 units as Java does. Nothing in a text acts
/// by itself but the commands that the bot offers, and leads nowhere but where a span does.
final class TelegramWriter {

    private static final String BOLD = "bold";
    private static final String QUOTE = "blockquote";
    private static final String PASSAGE = "expandable_blockquote";
    private static final String LINK = "text_link";
    /// It has no width, and ends whatever Telegram would make a link of.
    private static final String WORD_JOINER = "\u2060";

    /// Between the characters of what Telegram finds by itself, whatever entities it is given: @name, /command, #tag, $TAG,
    /// any://, domain.name and 1.2.3.4.
    private static final Pattern TOUCHY = Pattern
            .compile("(?<=@)(?=\\w)|(?<=(?<!\\w)/)(?=\\w)|(?<=#)(?=[\\p{L}\\p{N}_])"
                    + "|(?<=\\$)(?=[A-Z])|(?<=:)(?=//)|(?<=[^\\s.]\\.)(?=\\p{L})|(?<=\\d\\.\\d{1,3}\\.)(?=\\d)");

    private TelegramWriter() {
    }

    /// A text with its entities, which Telegram takes as they are.
    record Written(String text, List<MessageEntity> entities) {
    }

    static Written write(Message message) {
        List<CleanText.Stretch> commands = message.spans().stream()
                .filter(span -> span.style() == Span.Style.COMMAND)
                .map(span -> new CleanText.Stretch(span.start(), span.end())).toList();
        CleanText text = CleanText.of(message.text()).marked(TOUCHY, WORD_JOINER, commands).fitted(TelegramLimits.TEXT);
        List<MessageEntity> entities = new ArrayList<>();
        for (List<Span> run : runs(message.spans())) {
            Span first = run.getFirst();
            switch (first.style()) {
                case BOLD -> add(entities, text, BOLD, first.start(), first.end());
                case QUOTE -> add(entities, text, QUOTE, first.start(), run.getLast().end());
                case PASSAGE, CITED -> {
                    add(entities, text, PASSAGE, first.start(), run.getLast().end());
                    run.stream().filter(span -> span.style() == Span.Style.CITED)
                            .forEach(span -> add(entities, text, BOLD, span.start(), span.end()));
                }
                case NOTE, COMMAND -> {
                }
            }
            run.forEach(span -> addLink(entities, text, span));
        }
        return new Written(text.text(), entities.stream().limit(TelegramLimits.ENTITIES).toList());
    }

    /// The spans, those of one passage or quote together.
    private static List<List<Span>> runs(List<Span> spans) {
        List<List<Span>> runs = new ArrayList<>();
        for (Span span : spans) {
            Span last = runs.isEmpty() ? null : runs.getLast().getLast();
            if (last != null && last.end() == span.start() && goesOn(last.style(), span.style())) {
                runs.getLast().add(span);
            } else {
                runs.add(new ArrayList<>(List.of(span)));
            }
        }
        return runs;
    }

    private static boolean goesOn(Span.Style style, Span.Style next) {
        return style == Span.Style.QUOTE && next == Span.Style.QUOTE || isOfPassage(style) && isOfPassage(next);
    }

    private static boolean isOfPassage(Span.Style style) {
        return style == Span.Style.PASSAGE || style == Span.Style.CITED;
    }

    private static void add(List<MessageEntity> entities, CleanText text, String type, int start, int end) {
        add(entities, text, MessageEntity.builder().type(type), start, end);
    }

    private static void addLink(List<MessageEntity> entities, CleanText text, Span span) {
        if (span.link() != null) {
            add(entities, text, MessageEntity.builder().type(LINK).url(span.link().text()), span.start(), span.end());
        }
    }

    private static void add(List<MessageEntity> entities, CleanText text,
            MessageEntity.MessageEntityBuilder<?, ?> entity, int start, int end) {
        int from = text.moved()[start];
        int to = text.moved()[end];
        if (from < to && !text.text().substring(from, to).isBlank()) {
            entities.add(entity.offset(from).length(to - from).build());
        }
    }

    static InlineKeyboardMarkup keyboard(List<List<Button>> rows) {
        return new InlineKeyboardMarkup(rows.stream().map(row -> new InlineKeyboardRow(row.stream()
                .map(button -> InlineKeyboardButton.builder().text(CleanText.line(button.label(), TelegramLimits.LABEL))
                        .callbackData(button.action().code()).build())
                .toList())).toList());
    }
}
