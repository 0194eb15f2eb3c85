package dev.pilcrow.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pilcrow.article.Language;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QueryReaderTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"Who founded DeepSeek?|ENGLISH", "深度求索的创始人是谁?|CHINESE",
            "深度求索的創辦人是誰?|CHINESE", "DeepSeek的创始人是谁?|CHINESE", "CNBC怎么说?|CHINESE",
            "What does 乔泽帕 worry about in this matter?|ENGLISH",
            "Anthropic|ENGLISH", "OpenAI和Anthropic|CHINESE", "2022?|CHINESE", "😀|CHINESE"})
    void tellsTheLanguageOfAQuestion(String question, Language language) {
        assertThat(QueryReader.language(question)).isEqualTo(language);
    }

    @Test
    void putsAnEnglishQuestionIntoTheArticlesWords() {
        Query query = read("What risks does the Brookings report list?");
        assertThat(query.translated()).isTrue();
        assertThat(query.language()).isEqualTo(Language.ENGLISH);
        assertThat(query.matching()).contains("风险", "报告");
        assertThat(query.words()).anySatisfy(word -> assertThat(word.alternatives()).contains("风险"));
    }

    @Test
    void prefersTheRenderingThatTheArticleUses() {
        Query query = read("How does DeepSeek save computing power and energy?");
        assertThat(query.matching()).contains("深度求索", "计算");
        query.words().forEach(word -> word.alternatives()
                .forEach(form -> assertThat(Samples.builtIn().contains(form)).as(form).isTrue()));
    }

    @Test
    void takesANameFromTheArticlesOwnPairsHoweverItIsSpelt() {
        for (String name : List.of("John Villasenor", "Villasenor", "john vilasenor", "Mr. VILLASENOR")) {
            Query query = read("What did " + name + " say about the government?");
            assertThat(query.matching()).as(name).contains("维拉塞诺");
            assertThat(query.words()).as(name).anyMatch(word -> word.name() && word.text().endsWith("维拉塞诺"));
        }
    }

    @Test
    void putsAQuestionWordBeforeTheGlossary() {
        assertThat(read("Who founded DeepSeek?").matching()).startsWith("谁").contains("深度求索");
        assertThat(read("How many countries are limited?").matching()).startsWith("多少");
    }

    @Test
    void keepsWhatNobodyKnows() {
        Query query = read("What does the Zorblax company sell?");
        assertThat(query.words()).anySatisfy(word -> {
            assertThat(word.text()).isEqualTo("zorblax");
            assertThat(word.alternatives()).isEmpty();
            assertThat(word.name()).isTrue();
        });
    }

    @Test
    void keepsAHanNameInsideAnEnglishQuestion() {
        Query query = read("What does 乔泽帕 worry about most of all?");
        assertThat(query.translated()).isTrue();
        assertThat(query.words()).anySatisfy(word -> assertThat(word.alternatives()).contains("乔泽帕"));
    }

    @Test
    void leavesAChineseQuestionWithLatinWordsAsItIs() {
        Query query = read("CNBC对OpenAI怎么说?");
        assertThat(query.translated()).isFalse();
        assertThat(query.mapped()).isNull();
        assertThat(query.words()).extracting(Query.Word::text).contains("cnbc", "openai");
    }

    @Test
    void spellsALatinNameInAChineseQuestionAsTheArticleDoes() {
        assertThat(read("Antropic的老板是谁?").matching()).contains("anthropic");
        assertThat(read("Palentir的老板是谁?").words())
                .anySatisfy(word -> assertThat(word.alternatives()).contains("帕兰提尔"));
    }

    @Test
    void readsTraditionalCharactersAndWordsAsTheMainlands() {
        assertThat(read("晶片的軟體").matching()).isEqualTo("芯片的软件");
        assertThat(read("深度求索的創辦人是誰?").folded()).isEqualTo("深度求索的创办人是谁?");
    }

    @Test
    void putsAChineseQuestionIntoAnEnglishArticlesWords() {
        IndexedArticle article = Samples.index("The government restricts the export of chips to many countries. "
                + "The company was founded by Jane Doe in 1999.");
        Query query = Samples.SEARCH.find(article, "政府限制什么出口?").query();
        assertThat(query.translated()).isTrue();
        assertThat(query.matching()).contains("government", "export");
    }

    @Test
    void theContextAddsWordsAndLeavesWhatTheReaderWrote() {
        Encoders encoders = new Encoders();
        Query query = new QueryReader(encoders, new QuestionEncoder(encoders, 0)).read("他担心什么?", "马丁 乔泽帕",
                Samples.builtIn());
        assertThat(query.folded()).isEqualTo("他担心什么?");
        assertThat(query.matching()).contains("乔泽帕");
        assertThat(query.words()).anyMatch(word -> word.text().equals("乔泽帕") && word.name());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "？？", "😀👨‍👩‍👧", "\u200b\u200f", "\ud83d", "the of and", "عربي", "\t\n"})
    void readsWhatHoldsNoWord(String text) {
        Query query = read(text);
        assertThat(query.words()).allMatch(word -> word.end() <= query.matching().length());
        assertThat(query.encoding().vector()).hasSize(512);
    }

    private static Query read(String question) {
        return Samples.SEARCH.find(Samples.builtIn(), question).query();
    }
}
