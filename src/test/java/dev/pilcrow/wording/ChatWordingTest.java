package dev.pilcrow.wording;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pilcrow.answer.Citation;
import dev.pilcrow.article.Article;
import dev.pilcrow.article.ReaderLanguage;
import dev.pilcrow.chat.Message;
import dev.pilcrow.chat.Span;
import dev.pilcrow.chat.Span.Style;
import dev.pilcrow.chat.TestScreen;
import java.nio.charset.Charset;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ChatWordingTest {

    private static final Article ARTICLE = Articles.builtIn();
    private static final Wording CHINESE = Wordings.packaged().in(ReaderLanguage.SIMPLIFIED);
    private static final Wording ENGLISH = Wordings.packaged().in(ReaderLanguage.ENGLISH);
    /// What Telegram takes for the text of a press, and for what a command is for.
    private static final int TOAST = 200;
    private static final int DESCRIPTION = 256;

    @ParameterizedTest
    @EnumSource
    void everyPhraseCanBeSaidWithNothingLeftToFill(ReaderLanguage language) {
        Wording wording = Wordings.packaged().in(language);
        for (Phrase phrase : Phrase.values()) {
            Object[] values = phrase.places().stream().map(place -> "【" + place + "】").toArray();
            String said = wording.say(phrase, values);
            assertThat(said).as(phrase.key()).isNotBlank().doesNotContain("{");
            assertThat(List.of(values)).as(phrase.key()).allMatch(value -> said.contains((String) value));
            assertThat(wording.message(phrase, values).text()).isEqualTo(said);
        }
    }

    @Test
    void traditionalPhrasesHaveNoSimplifiedCharacterAndSimplifiedOnesNoTraditional() {
        for (Phrase phrase : Phrase.values()) {
            Object[] values = phrase.places().toArray();
            assertThat(Charset.forName("Big5").newEncoder()
                    .canEncode(han(Wordings.packaged().in(ReaderLanguage.TRADITIONAL).say(phrase, values))))
                    .as(phrase.key()).isTrue();
            String simplified = han(CHINESE.say(phrase, values));
            assertThat(Charset.forName("GB2312").newEncoder().canEncode(simplified)).as(phrase.key()).isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource
    void traditionalPhrasesUseTheWordsOfTaiwan(ReaderLanguage language) {
        Stream<String> phrases = Stream.of(Phrase.values()).map(phrase -> Wordings.packaged().in(language).say(phrase,
                phrase.places().toArray()));
        if (language == ReaderLanguage.TRADITIONAL) {
            assertThat(phrases).noneMatch(said -> said.matches("(?s).*(?:信息|消息|用戶名|群裡|視頻|文件夾|軟件|默認|網絡|回復).*"));
        } else {
            assertThat(phrases).noneMatch(said -> said.matches("(?s).*(?:訊息|回覆|使用者|群組).*"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatAPlatformLimitsIsShortEnough(ReaderLanguage language) {
        Wording wording = Wordings.packaged().in(language);
        Stream.of(Phrase.values()).filter(phrase -> phrase.key().startsWith("toast."))
                .forEach(phrase -> assertThat(wording.say(phrase)).hasSizeLessThanOrEqualTo(TOAST));
        assertThat(new ChatWording(wording).commands().sequencedValues())
                .allMatch(told -> told.length() >= 3 && told.length() <= DESCRIPTION);
    }

    @Test
    void commandsInThePhrasesCanBeTappedAndThoseInValuesCannot() {
        assertThat(tapped(CHINESE.message(Phrase.CHAT_UNKNOWN, "/foo"))).containsExactly("/help");
        assertThat(tapped(ENGLISH.message(Phrase.CHAT_PASSAGE, "/etc/passwd", 25))).containsExactly("/passage");
        assertThat(tapped(ENGLISH.message(Phrase.HELP_GROUPS))).as("a command with a name is typed").isEmpty();
        assertThat(tapped(CHINESE.message(Phrase.HELLO, "and/or /start"))).containsExactly("/help");
        assertThat(tapped(new ArticleWording(CHINESE).outline(ARTICLE))).containsExactly("/passage");
    }

    @ParameterizedTest
    @EnumSource
    void theHelpNamesEveryCommandWithWhatItIsForAndHowGroupsAsk(ReaderLanguage language) {
        ChatWording wording = new ChatWording(Wordings.packaged().in(language));
        assertThat(wording.commands().sequencedKeySet()).containsExactly("ask", "summary", "article", "passage",
                "sources", "reset", "forget", "start", "help");
        assertThat(tapped(wording.help(TestScreen.of(4096))).stream().distinct())
                .containsExactlyElementsOf(
                        wording.commands().sequencedKeySet().stream().map(name -> "/" + name).toList());
        wording.commands()
                .forEach((name, told) -> assertThat(wording.help(TestScreen.of(4096)).text())
                        .contains("/" + name + "  " + told));
        assertThat(wording.help(TestScreen.of(4096)).text()).contains("/ask@");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"PT0S|2 秒", "PT1.2S|2 秒", "PT20S|20 秒", "PT19.5S|20 秒", "PT2M|120 秒",
            "PT121S|3 分钟",
            "PT2H|120 分钟", "PT2H1M|3 小时", "PT24H|24 小时"})
    void aWaitIsToldInTheUnitThatFitsIt(Duration delay, String told) {
        assertThat(new ChatWording(CHINESE).limited(delay).text()).isEqualTo("问得有点快，我有些跟不上了。请 " + told + "后再问。");
        assertThat(new ChatWording(ENGLISH).limited(delay).text())
                .matches("That was a bit too fast for me[.] Please ask again in \\d+ (seconds|minutes|hours)[.]");
    }

    @Test
    void aPassageIsShownInFullWithTheQuoteMarked() {
        Citation citation = new Citation(12, 10, "进一步收紧芯片出口限制");
        Message message = new PassageWording(CHINESE).cited(ARTICLE, 2, citation, 4096);
        assertThat(message.text()).isEqualTo("[2] ¶12\n" + ARTICLE.paragraph(12).text());
        assertThat(message.spans()).extracting(Span::style).containsExactly(Style.BOLD, Style.PASSAGE, Style.CITED,
                Style.PASSAGE);
        assertThat(styled(message, Style.CITED)).containsExactly(citation.quote());
    }

    @ParameterizedTest
    @CsvSource({"100,0,5", "100,500,40", "100,985,15", "100,300,400", "60,999,1", "1007,0,1000", "1006,0,5"})
    void ofALongParagraphTheWordsAroundTheQuoteAreShown(int longest, int start, int length) {
        Article article = Articles.of("一二三四五六七八九十".repeat(100));
        String quote = article.paragraph(1).text().substring(start, start + length);
        Message message = new PassageWording(CHINESE).cited(article, 1, new Citation(1, start, quote), longest);
        assertThat(message.text().length()).isLessThanOrEqualTo(longest).isGreaterThan(longest - 9);
        String cited = String.join("", styled(message, Style.CITED));
        assertThat(quote).startsWith(cited);
        assertThat(cited.length()).isGreaterThanOrEqualTo(Math.min(length, longest - 12));
        assertThat(message.text().contains("\n…")).isEqualTo(start > 0 && longest < 1007);
    }

    @Test
    void aWindowOfAParagraphHasWholeCharacters() {
        Article article = Articles.of("👨‍👩‍👧‍👦".repeat(100));
        for (int longest = 40; longest < 60; longest++) {
            String text = new PassageWording(CHINESE).near(article, 1, longest).text();
            assertThat(text.substring(text.indexOf('\n') + 1)).matches("(?:👨‍👩‍👧‍👦)+…");
        }
    }

    private static String han(String text) {
        StringBuilder han = new StringBuilder();
        text.codePoints().filter(Character::isIdeographic).forEach(han::appendCodePoint);
        return han.toString();
    }

    private static List<String> tapped(Message message) {
        return styled(message, Style.COMMAND);
    }

    private static List<String> styled(Message message, Style style) {
        return message.spans().stream().filter(span -> span.style() == style)
                .map(span -> message.text().substring(span.start(), span.end())).toList();
    }
}
