package dev.pilcrow.chat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pilcrow.chat.Span.Style;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PagesTest {

    private static final List<String> PIECES = List.of("深度求索", "的创始人", "，", "。", "！”", "；", "……", "The founder", " ",
            "said",
            ". ", "3.14", "\n", "\n\n", "👨‍👩‍👧‍👦", "🙂", "🇹🇼", "é", "e\u0301", "한국", "[1]", " [2][3]\n", "“",
            "𠮷", "\u3000");
    private static final List<Style> STYLES = List.of(Style.values());

    @Test
    void aMessageThatIsShortEnoughIsOnePageAsItIs() {
        Message message = new Message.Builder().add(" 短 \n", Style.BOLD).build();
        assertThat(Pages.of(message, 4)).containsExactly(message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"第一行到此为止\\n第二行。还有|12|第一行到此为止|第二行。还有",
            "第一句话说完了。第二句没有说|12|第一句话说完了。|第二句没有说", "他说：“第一句说完了。”第二句|13|他说：“第一句说完了。”|第二句",
            "这里是一句。 [1][2]后面还有|14|这里是一句。 [1][2]|后面还有",
            "One sentence here. Another one|24|One sentence here.|Another one",
            "It is 3.14159265 and no more|16|It is 3.14159265|and no more", "没有句号，只有逗号的一段话|8|没有句号，|只有逗号的一段话",
            "一二三四五六七八九十|6|一二三四五六|七八九十", "他问：“真的吗？”她说|8|他问：“真的|吗？”她说"})
    void aPageEndsWhereALineOrASentenceOrAClauseDoes(String text, int longest, String first, String second) {
        assertThat(Pages.of(Message.plain(text.replace("\\n", "\n")), longest)).extracting(Message::text)
                .containsExactly(first, second);
    }

    @Test
    void aSpanOverACutGoesOnInBothPages() {
        Message message = new Message.Builder().add("甲。").add("乙乙乙。丙丙。", Style.CITED).add("丁").build();
        assertThat(Pages.of(message, 6)).containsExactly(
                new Message("甲。乙乙乙。", List.of(new Span(2, 6, Style.CITED))),
                new Message("丙丙。丁", List.of(new Span(0, 3, Style.CITED))));
    }

    @Test
    void whiteSpaceAtACutIsLostWithTheSpansOverIt() {
        Message message = new Message.Builder().add("一二三").add(" \n \n", Style.NOTE).add("四五六").build();
        assertThat(Pages.of(message, 6)).containsExactly(Message.plain("一二三"), Message.plain("四五六"));
    }

    @Test
    void aCharacterOfAThousandMarksIsCutBetweenCodePoints() {
        List<Message> pages = Pages.of(Message.plain("𠮷" + "\u0301".repeat(1000)), 100);
        assertThat(pages).allMatch(page -> page.text().length() <= 100);
        assertThat(text(pages)).hasSize(1002);
    }

    @Test
    void anyMessageIsCutWithoutLossAndWithinTheLimit() {
        Random random = new Random(7);
        for (int i = 0; i < 2_000; i++) {
            Message message = message(random);
            int longest = 20 + random.nextInt(200);
            List<Message> pages = Pages.of(message, longest);
            assertThat(pages).isNotEmpty().allMatch(page -> page.text().length() <= longest);
            assertThat(visible(text(pages))).isEqualTo(visible(message.text()));
            assertThat(styled(pages)).isEqualTo(styled(List.of(message)));
            assertWholeCharacters(message.text(), pages);
        }
    }

    @Test
    void aPageIsHalfFullAtTheLeastUnlessItIsTheLast() {
        Random random = new Random(11);
        for (int i = 0; i < 500; i++) {
            List<Message> pages = Pages.of(Message.plain(message(random).text().replaceAll("\\s", "")), 60);
            assertThat(pages.subList(0, pages.size() - 1)).allMatch(page -> page.text().length() >= 30);
        }
    }

    private static Message message(Random random) {
        Message.Builder message = new Message.Builder();
        int pieces = random.nextInt(200);
        for (int i = 0; i < pieces; i++) {
            String piece = PIECES.get(random.nextInt(PIECES.size()));
            if (random.nextInt(3) == 0) {
                message.add(piece, STYLES.get(random.nextInt(STYLES.size())));
            } else {
                message.add(piece);
            }
        }
        return message.build();
    }

    private static String text(List<Message> pages) {
        return pages.stream().map(Message::text).collect(Collectors.joining());
    }

    private static String visible(String text) {
        return text.replaceAll("[\\s\u3000]", "");
    }

    /// Every visible character with its style.
    private static List<String> styled(List<Message> pages) {
        List<String> styled = new ArrayList<>();
        for (Message page : pages) {
            for (int i = 0; i < page.text().length(); i++) {
                int at = i;
                if (!Character.isWhitespace(page.text().charAt(i))) {
                    styled.add(page.text().charAt(i) + page.spans().stream()
                            .filter(span -> span.start() <= at && span.end() > at).map(span -> span.style().name())
                            .collect(Collectors.joining()));
                }
            }
        }
        return styled;
    }

    private static void assertWholeCharacters(String text, List<Message> pages) {
        BreakIterator graphemes = BreakIterator.getCharacterInstance(Locale.ROOT);
        graphemes.setText(text);
        int at = 0;
        for (Message page : pages) {
            at = text.indexOf(page.text(), at);
            assertThat(graphemes.isBoundary(at)).isTrue();
            at += page.text().length();
            assertThat(graphemes.isBoundary(at)).isTrue();
        }
    }
}
