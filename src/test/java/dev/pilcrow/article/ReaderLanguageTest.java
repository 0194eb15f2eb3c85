package dev.pilcrow.article;

import static dev.pilcrow.article.ReaderLanguage.ENGLISH;
import static dev.pilcrow.article.ReaderLanguage.SIMPLIFIED;
import static dev.pilcrow.article.ReaderLanguage.TRADITIONAL;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReaderLanguageTest {

    @ParameterizedTest
    @ValueSource(strings = {"深度求索的创始人是谁?", "CNBC的文章是哪一天发表的?", "open ai的创始人是谁", "Anthropic CEO Dario Amodei 是谁?",
            "著名经济学家是谁", "乾隆是谁", "一二三四"})
    void chineseStaysSimplifiedWithForeignNamesAndSharedCharacters(String question) {
        assertThat(ReaderLanguage.of(question)).isEqualTo(SIMPLIFIED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"深度求索的創辦人是誰?", "CNBC的文章是哪一天發表的?", "為何說封鎖沒有用", "這篇文章在講什麼"})
    void oneCharacterThatOnlyTraditionalWritingHasIsEnough(String question) {
        assertThat(ReaderLanguage.of(question)).isEqualTo(TRADITIONAL);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Who founded DeepSeek?", "What does 梁文锋 say about chips?", "Who is 梁文锋?",
            "What did 约翰·维拉塞诺 say?", "Qui a fondé DeepSeek ?"})
    void englishStaysEnglishWithAChineseNameInIt(String question) {
        assertThat(ReaderLanguage.of(question)).isEqualTo(ENGLISH);
    }

    @ParameterizedTest
    @CsvSource({"fr zh-TW en,TRADITIONAL", "zh,SIMPLIFIED", "de cmn-Hant,TRADITIONAL", "yue,TRADITIONAL",
            "en-GB zh,ENGLISH", "fr enm zha,"})
    void theFirstLanguageThatIsSpokenIsPreferred(String asked, ReaderLanguage preferred) {
        assertThat(ReaderLanguage.preferred(Stream.of(asked.split(" ")).map(Locale::forLanguageTag).toList()))
                .isEqualTo(Optional.ofNullable(preferred));
    }

    @Test
    void aTagOfATextNamesTheWriting() {
        assertThat(Stream.of(ReaderLanguage.values()).map(ReaderLanguage::writtenTag)).containsExactly("zh-Hans",
                "zh-Hant", "en");
    }

    @Test
    void aTextWithoutLettersIsInTheLanguageBefore() {
        assertThat(ReaderLanguage.of("2022?", TRADITIONAL)).isEqualTo(TRADITIONAL);
        assertThat(ReaderLanguage.of("🙂", SIMPLIFIED)).isEqualTo(SIMPLIFIED);
        assertThat(ReaderLanguage.of("…")).isEqualTo(ENGLISH);
    }

    @ParameterizedTest
    @CsvSource({"zh_CN.UTF-8,SIMPLIFIED", "zh_SG,SIMPLIFIED", "zh_TW.Big5,TRADITIONAL", "zh_HK.UTF-8,TRADITIONAL",
            "zh-Hant-TW,TRADITIONAL", "en_US.UTF-8,ENGLISH", "de_DE,ENGLISH", "C,ENGLISH"})
    void theEnvironmentNamesALanguage(String locale, ReaderLanguage language) {
        assertThat(ReaderLanguage.ofEnvironment(Map.of("LANG", locale))).isEqualTo(language);
    }

    @ParameterizedTest
    @CsvSource({"zh,SIMPLIFIED", "zh-hans,SIMPLIFIED", "zh-CN,SIMPLIFIED", "zh-hant,TRADITIONAL",
            "zh-Hant-HK,TRADITIONAL",
            "zh-TW,TRADITIONAL", "zh-HK,TRADITIONAL", "zh-MO,TRADITIONAL", "yue,TRADITIONAL", "en,ENGLISH",
            "pt-br,ENGLISH", "zhx,ENGLISH"})
    void theTagOfAnAppNamesALanguage(String tag, ReaderLanguage language) {
        assertThat(ReaderLanguage.tagged(tag)).isEqualTo(language);
    }

    @Test
    void theTagOfEveryLanguageNamesIt() {
        for (ReaderLanguage language : ReaderLanguage.values()) {
            assertThat(ReaderLanguage.tagged(language.tag())).isEqualTo(language);
        }
    }

    @ParameterizedTest
    @CsvSource({"文章有什麼重點,TRADITIONAL", "作者是哪里人,TRADITIONAL", "作者是谁,SIMPLIFIED"})
    void chineseOfBothWritingsIsInThatOfTheReader(String question, ReaderLanguage language) {
        assertThat(ReaderLanguage.of(question, TRADITIONAL)).isEqualTo(language);
        assertThat(ReaderLanguage.of("作者是哪里人", ENGLISH)).isEqualTo(SIMPLIFIED);
    }

    @Test
    void aLocaleWithoutALanguageLeavesTheChoiceToTheNext() {
        assertThat(ReaderLanguage.ofEnvironment(Map.of("LC_ALL", "C.UTF-8", "LC_MESSAGES", "zh_TW", "LANG", "en_US")))
                .isEqualTo(TRADITIONAL);
        assertThat(ReaderLanguage.ofEnvironment(Map.of())).isEqualTo(ENGLISH);
    }
}
