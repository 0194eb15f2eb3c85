package dev.pilcrow.telegram;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pilcrow.chat.Action;
import dev.pilcrow.chat.Button;
import dev.pilcrow.chat.CleanText;
import dev.pilcrow.chat.Link;
import dev.pilcrow.chat.Message;
import dev.pilcrow.chat.Span;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.telegram.telegrambots.meta.api.objects.MessageEntity;

class TelegramWriterTest {

    private static final String JOINER = "\u2060";
    /// What Telegram finds by itself, drawn wider than it does.
    private static final Pattern ACTS = Pattern.compile("@\\w|(?<!\\w)/\\w|#[\\p{L}\\p{N}_]|\\$[A-Z]|://"
            + "|[\\p{L}\\p{N}_-]\\.\\p{L}|(\\d{1,3}\\.){3}\\d");
    private static final List<String> HOSTILE = List.of("@everyone", "@pilcrow_bot ", "t.me/joinchat",
            "https://evil.example",
            "tg://resolve?domain=x", "/reset", " /start@other_bot", "#tag", "$TSLA", "evil.com", "a@b.org", "1.2.3.4",
            "3.14",
            "\u202Egnp.exe\u202C", "\u200B", "\u2060", "\uFEFF", "\u200D", "👩‍👩‍👧‍👦", "🇨🇳", "e\u0301\u0301\u0301",
            "\uD83D", "\uDE00", "\0", "\u0007", "\t", "\r\n", "\n\n", "\u2028", "\uDB40\uDC41\uDB40\uDC42", "\u3164",
            " ",
            "观察者网", "。", "[x](tg://user?id=1)", "<b>", "*b*", "_", "`", "@\u200Badmin", "/\u200Bban", "x.\u00ADcom",
            "\u0000@\u0000a", "ﷺ", "\u061C", "𝐛𝐨𝐥𝐝");

    @Test
    void writesSpansAsEntities() {
        TelegramWriter.Written written = TelegramWriter
                .write(new Message.Builder().add("😀 ").add("Title", Span.Style.BOLD)
                        .add("\n").add("said", Span.Style.QUOTE).add("\n").add("note", Span.Style.NOTE).build());
        assertThat(written.text()).isEqualTo("😀 Title\nsaid\nnote");
        assertThat(shown(written)).containsExactly("bold Title", "blockquote said");
    }

    @Test
    void writesAPassageAsOneQuoteThatOpensWithTheCitedWordsBold() {
        TelegramWriter.Written written = TelegramWriter.write(new Message.Builder().add("¶ 6\n")
                .add("Before. ", Span.Style.PASSAGE).add("Cited.", Span.Style.CITED).add(" After.", Span.Style.PASSAGE)
                .add("\n").add("Alone.", Span.Style.CITED).build());
        assertThat(shown(written)).containsExactly("expandable_blockquote Before. Cited. After.", "bold Cited.",
                "expandable_blockquote Alone.", "bold Alone.");
    }

    @Test
    void writesWhereASpanLeadsAsALinkInsideWhateverItStandsIn() {
        Link link = new Link(URI.create("https://a.example/a/1?q=6.0-7#p6"));
        TelegramWriter.Written written = TelegramWriter.write(new Message.Builder().add("[1] ¶6", Span.Style.BOLD, link)
                .add("\n").add("[2] ", Span.Style.QUOTE, null).add("¶7", Span.Style.QUOTE, link)
                .add("“x.com”", Span.Style.QUOTE, null).add("\n").add("[3] ", Span.Style.NOTE, null)
                .add("¶8", Span.Style.NOTE, link).build());
        assertThat(shown(written)).containsExactly("bold [1] ¶6", "text_link [1] ¶6",
                "blockquote [2] ¶7“x." + JOINER + "com”", "text_link ¶7", "text_link ¶8");
        assertThat(written.entities()).filteredOn(one -> one.getType().equals("text_link"))
                .allMatch(one -> one.getUrl().equals(link.text()));
    }

    @ParameterizedTest
    @CsvSource({"@admin,@~admin", "hi @a,hi @~a", "/reset,/~reset", "(/reset),(/~reset)", "and/or,and/or", "1/2,1/2",
            "https://x.org/a,https:~//~x.~org/a", "t.me/x,t.~me/x", "a@b.org,a@~b.~org", "#tag,#~tag", "$TSLA,$~TSLA",
            "$5,$5", "3.14,3.14", "10.0.0.1,10.0.~0.~1", "end. Next,end. Next", "U.S.,U.~S.",
            "wait...what,wait...what"})
    void letsNothingActButShowsItAsItIs(String text, String written) {
        assertThat(TelegramWriter.write(Message.plain(text)).text()).isEqualTo(written.replace("~", JOINER));
    }

    @Test
    void keepsItsOwnCommandsAlive() {
        Message help = new Message.Builder().add("Try ").add("/passage 7", Span.Style.COMMAND).add(", not /passage 8")
                .build();
        TelegramWriter.Written written = TelegramWriter.write(help);
        assertThat(written.text()).isEqualTo("Try /passage 7, not /" + JOINER + "passage 8");
        assertThat(written.entities()).isEmpty();
    }

    @Test
    void keepsSpansOnTheirWordsWhenItGuardsOrCleans() {
        TelegramWriter.Written written = TelegramWriter.write(new Message.Builder().add(" \u200B@a ")
                .add("b.com\u202E", Span.Style.BOLD).add(" c").build());
        assertThat(written.text()).isEqualTo("@" + JOINER + "a b." + JOINER + "com c");
        assertThat(shown(written)).containsExactly("bold b." + JOINER + "com");
    }

    @ParameterizedTest
    @CsvSource({"a\u202Eb,ab", "a\u200Bb,ab", "a\u0007b,a\uFFFDb", "a\tb,a b", "a\uD83Db,a\uFFFDb", "a\u2028b,a b",
            "a\uDB40\uDC41b,ab", "👩\u200D👧,👩\u200D👧", "a\u200Db,ab", "❤\uFE0F\u200D🔥,❤\uFE0F\u200D🔥"})
    void takesOutWhatFools(String text, String written) {
        assertThat(TelegramWriter.write(Message.plain(text)).text()).isEqualTo(written);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\n\n", "\u200B", "\u202E\u202C", "\u3164", "\u2060 "})
    void neverWritesAnEmptyMessage(String text) {
        assertThat(TelegramWriter.write(Message.plain(text)).text()).isEqualTo("…");
        assertThat(CleanText.line(text, 60)).isEqualTo("…");
    }

    @Test
    void cutsWhatIsTooLongAtAWord() {
        String written = TelegramWriter.write(Message.plain("word ".repeat(1000))).text();
        assertThat(written).hasSizeLessThanOrEqualTo(4096).endsWith("word…");
    }

    @Test
    void cutsNoCharacterInTwo() {
        assertThat(TelegramWriter.write(Message.plain("字" + "👩‍👩‍👧‍👦".repeat(1000))).text())
                .hasSizeLessThanOrEqualTo(4096)
                .endsWith("👩‍👩‍👧‍👦…");
        assertThat(CleanText.line("👍".repeat(60), 60)).isEqualTo("👍".repeat(29) + "…");
    }

    @Test
    void cutsEvenACharacterThatIsTooLong() {
        assertThat(TelegramWriter.write(Message.plain("e" + "\u0301".repeat(9000))).text()).hasSize(4096);
    }

    @Test
    void cutsSpansWithTheText() {
        TelegramWriter.Written written = TelegramWriter.write(new Message.Builder().add("字".repeat(4000))
                .add("字".repeat(4000), Span.Style.QUOTE).add("字", Span.Style.BOLD).build());
        assertThat(written.entities()).singleElement().satisfies(one -> {
            assertThat(one.getOffset()).isEqualTo(4000);
            assertThat(one.getLength()).isEqualTo(96);
        });
    }

    @Test
    void writesNoMoreEntitiesThanTelegramTakes() {
        Message.Builder many = new Message.Builder();
        for (int i = 0; i < 300; i++) {
            many.add("b", Span.Style.BOLD).add(" ");
        }
        assertThat(TelegramWriter.write(many.build()).entities()).hasSize(100);
    }

    @Test
    void writesButtonsRowByRow() {
        var keyboard = TelegramWriter.keyboard(List.of(
                List.of(new Button("[1]", new Action.Show(7, 1)),
                        new Button("\u202E" + "很".repeat(99), new Action.Show(7, 2))),
                List.of(new Button(" ", new Action.Stop(Long.MAX_VALUE)))));
        assertThat(keyboard.getKeyboard()).hasSize(2);
        assertThat(keyboard.getKeyboard().getFirst().getFirst().getCallbackData()).isEqualTo("show:7:1");
        assertThat(keyboard.getKeyboard().getFirst().getLast().getText()).isEqualTo("很".repeat(59) + "…");
        assertThat(keyboard.getKeyboard().getLast().getFirst().getText()).isEqualTo("…");
    }

    @Test
    void writesWhateverItIsGivenSoThatTelegramTakesItAndNothingActs() {
        Random random = new Random(20260802);
        for (int i = 0; i < 2000; i++) {
            Message message = hostile(random, random.nextInt(i % 100 == 0 ? 2000 : 60));
            TelegramWriter.Written written = TelegramWriter.write(message);
            String text = written.text();
            assertThat(text).isNotBlank().hasSizeLessThanOrEqualTo(4096).isEqualTo(text.strip());
            assertThat(new String(text.getBytes(UTF_8), UTF_8)).as("no lone surrogate").isEqualTo(text);
            assertThat(text.codePoints().filter(one -> one != '\n').noneMatch(Character::isISOControl)).isTrue();
            assertThat(ACTS.matcher(text).find()).as(text).isFalse();
            for (MessageEntity one : written.entities()) {
                assertThat(one.getOffset()).isNotNegative();
                assertThat(one.getLength()).isPositive();
                assertThat(one.getOffset() + one.getLength()).isLessThanOrEqualTo(text.length());
                assertThat(isBetweenCharacters(text, one.getOffset())).isTrue();
                assertThat(isBetweenCharacters(text, one.getOffset() + one.getLength())).isTrue();
            }
        }
    }

    private static Message hostile(Random random, int pieces) {
        Message.Builder message = new Message.Builder();
        List<Span.Style> styles = new ArrayList<>(List.of(Span.Style.values()));
        styles.remove(Span.Style.COMMAND);
        for (int i = 0; i < pieces; i++) {
            String piece = HOSTILE.get(random.nextInt(HOSTILE.size()));
            if (random.nextBoolean()) {
                message.add(piece, styles.get(random.nextInt(styles.size())));
            } else {
                message.add(piece);
            }
        }
        return message.build();
    }

    private static boolean isBetweenCharacters(String text, int at) {
        return at == 0 || at == text.length() || !Character.isLowSurrogate(text.charAt(at))
                || !Character.isHighSurrogate(text.charAt(at - 1));
    }

    private static Stream<String> shown(TelegramWriter.Written written) {
        return written.entities().stream().map(one -> one.getType() + " "
                + written.text().substring(one.getOffset(), one.getOffset() + one.getLength()));
    }
}
