package dev.pilcrow.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pilcrow.answer.Answer;
import dev.pilcrow.answer.Answer.NotInArticle;
import dev.pilcrow.answer.Answer.Reason;
import dev.pilcrow.search.Samples;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConversationTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"马丁·乔泽帕是谁?|他担心什么?|9", "开源模型和闭源模型的差距怎么样?|那成本呢?|15",
            "What did Bloomberg say about DeepSeek?|When was it published?|23", "2022年的管制针对芯片设了什么参数?|为什么?|11",
            "Who is Dario Amodei?|What does he think of the export controls?|21",
            "帕蘭提爾的執行長是誰?|他怎麼看競爭?|22", "Is John Villasenor a researcher?|Where does he teach?|7"})
    void understandsAQuestionThatPointsBack(String before, String question, int paragraph) {
        assertThat(Talk.cited(Talk.last(before, question))).contains(paragraph);
    }

    @Test
    void aQuestionThatIsTakenBackIsNotPointedAtAnyMore() {
        Conversation conversation = Talk.builtIn();
        conversation.ask("约翰·维拉塞诺是谁?");
        conversation.ask("马丁·乔泽帕是谁?");
        conversation.takeBack("马丁·乔泽帕是谁?");
        conversation.takeBack("没有问过的问题");
        assertThat(Talk.cited(conversation.ask("他怎么看限制?").answer())).contains(7).doesNotContain(9);
    }

    @Test
    void pointsBackOverTwoQuestions() {
        assertThat(Talk.cited(Talk.last("谁说十年后回首往事会觉得异想天开?", "是约翰·维拉塞诺吗?", "他在哪里任教?"))).contains(7);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"约翰·维拉塞诺教什么?|彭博社那篇文章是哪一天发表的?", "马丁·乔泽帕担心什么?|深度求索的创始人是谁?",
            "What did Bloomberg say about American tech elites?|Which rules did the Commerce Department publish?",
            "《金融时报》是哪天发表文章的?|混合专家模型有什么好处?", "卡普是谁?|中国的电子商务现在处于什么水平?",
            "开源模型的成本怎么样?|谁创办了深度求索?", "今天北京天气怎么样?|布鲁金斯学会的报告列举了哪些风险?"})
    void aChangeOfSubjectIsAnsweredAsIfAskedAlone(String before, String question) {
        assertThat(Talk.last(before, question)).isEqualTo(Talk.ask(question));
    }

    @ParameterizedTest
    @ValueSource(strings = {"今天北京天气怎么样?", "红烧肉怎么做?", "What is the capital of Australia?", "How do I bake bread?"})
    void declinesWhatIsOffTopicAfterAGoodAnswer(String question) {
        assertThat(Talk.last("深度求索的创始人是谁?", question)).isInstanceOf(NotInArticle.class);
    }

    @Test
    void forgetsWhenReset() {
        Conversation conversation = Talk.builtIn();
        conversation.ask("马丁·乔泽帕是谁?");
        conversation.reset();
        assertThat(conversation.ask("那成本呢?").answer()).isEqualTo(Talk.ask("那成本呢?"));
        Conversation remembering = Talk.builtIn();
        remembering.ask("约翰·维拉塞诺是谁?");
        Answer remembered = remembering.ask("他担任什么职务?").answer();
        assertThat(remembered.retrieved().getFirst()).isEqualTo(7);
        remembering.reset();
        assertThat(remembering.ask("他担任什么职务?").answer()).isEqualTo(Talk.ask("他担任什么职务?"));
    }

    @Test
    void conversationsDoNotHearEachOther() {
        Conversation one = Talk.builtIn();
        Conversation other = Talk.builtIn();
        one.ask("马丁·乔泽帕是谁?");
        assertThat(other.ask("他担心什么?").answer()).isEqualTo(Talk.ask("他担心什么?"));
    }

    @Test
    void declinesAQuestionThatIsTooLong() {
        String longest = "深".repeat(Conversation.LONGEST_QUESTION);
        assertThat(Talk.ask(longest).retrieved()).isNotEmpty();
        assertThat(declined(Talk.ask(longest + "深"))).isEqualTo(Reason.TOO_LONG);
    }

    @Test
    void aQuestionThatIsTooLongOrBlankIsNotRemembered() {
        Conversation conversation = Talk.builtIn();
        conversation.ask("马丁·乔泽帕是谁?");
        conversation.ask("芯片".repeat(1500));
        conversation.ask(" ");
        assertThat(Talk.cited(conversation.ask("他担心什么?").answer())).contains(9);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\n\t", "\u3000", "?", "？！", "👍"})
    void declinesAQuestionWithoutAWord(String blank) {
        assertThat(declined(Talk.ask(blank))).isEqualTo(Reason.EMPTY);
    }

    @Test
    void aQuestionThatPointsBackToNothingIsAnsweredOrDeclined() {
        for (String question : List.of("为什么?", "他呢?", "Why?", "And him?", "它", "那成本呢?")) {
            assertThat(Talk.ask(question).retrieved()).as(question).isNotEmpty();
        }
    }

    @Test
    void answersTheSameToTheSameQuestions() {
        assertThat(Talk.last("马丁·乔泽帕是谁?", "他担心什么?")).isEqualTo(Talk.last("马丁·乔泽帕是谁?", "他担心什么?"));
    }

    @Test
    void tellsHowLongItTook() {
        long start = System.nanoTime();
        double millis = Talk.builtIn().ask("深度求索的创始人是谁?").millis();
        assertThat(millis).isPositive().isLessThanOrEqualTo((System.nanoTime() - start) / 1e6);
    }

    @Test
    void keepsItsArticle() {
        assertThat(Talk.builtIn().article()).isEqualTo(Samples.BUILT_IN);
    }

    private static Reason declined(Answer answer) {
        assertThat(answer).isInstanceOf(NotInArticle.class);
        return ((NotInArticle) answer).reason();
    }
}
