package dev.pilcrow.answer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pilcrow.article.Article;
import dev.pilcrow.model.Fault;
import dev.pilcrow.search.Samples;
import java.util.List;
import org.junit.jupiter.api.Test;

class AnswerJsonTest {

    private static final Article ARTICLE = Samples.BUILT_IN;
    private static final Citation FOUNDER = new Citation(6, 0, "深度求索创始人梁文锋");
    private static final List<Answer> ANSWERS = List.of(
            new Answer.Grounded(Answer.Lead.COMPOSED,
                    List.of(new Claim("他是创始人。", List.of(FOUNDER, new Citation(12, 0, "2022年,美国政府")))), List.of(6, 12),
                    new Origin("openai:some", "0123456789ab"), Answer.Caveat.LEFT_OUT),
            new Answer.Grounded(Answer.Lead.SENTENCES, List.of(FOUNDER), List.of()),
            new Answer.NotInArticle(Answer.Reason.NOT_SAID, List.of(6, 13), List.of(6, 13, 2)),
            new Answer.Unavailable(Fault.TIMEOUT, List.of(6), List.of(6, 1)));

    @Test
    void anAnswerIsReadAsItWasWritten() throws Exception {
        for (Answer answer : ANSWERS) {
            String json = AnswerJson.write(answer).toString();
            assertThat(AnswerJson.read(new ObjectMapper().readTree(json), ARTICLE)).contains(answer);
        }
    }

    @Test
    void everyDeclinedAnswerHasAReasonInOneWord() {
        assertThat(ANSWERS).extracting(AnswerJson::reason).containsExactly("", "", "not_said", "timeout");
    }

    @Test
    void aQuoteThatDoesNotStandInTheArticleIsNoAnswer() {
        assertThat(AnswerJson.read(AnswerJson.write(ANSWERS.get(1)), Samples.text("别的文章。"))).isEmpty();
        assertThat(AnswerJson.read(AnswerJson.write(new Answer.Grounded(Answer.Lead.SENTENCES,
                List.of(new Citation(6, 1, "深度求索创始人梁文锋")), List.of())), ARTICLE)).isEmpty();
    }

    @Test
    void anObjectOfALaterVersionIsNoAnswer() {
        ObjectNode json = AnswerJson.write(ANSWERS.getFirst());
        assertThat(AnswerJson.read(json.deepCopy().put("kind", "song"), ARTICLE)).isEmpty();
        assertThat(AnswerJson.read(json.deepCopy().put("lead", "SONG"), ARTICLE)).isEmpty();
        assertThat(AnswerJson.read(json.deepCopy().without("claims"), ARTICLE)).isEmpty();
    }
}
