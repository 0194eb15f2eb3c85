package dev.pilcrow.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pilcrow.answer.Passages.Passage;
import dev.pilcrow.search.Evidence;
import dev.pilcrow.search.IndexedArticle;
import dev.pilcrow.search.Samples;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PassagesTest {

    private static final String FILLING = "工厂里的机器整天都在转动，谁也没有停下来休息。";
    private static final String ANSWER = "梁文锋创立了深度求索。";

    @Test
    void theModelIsGivenEightParagraphsAtMostTheBestFirst() {
        String text = IntStream.rangeClosed(1, 12).mapToObj(i -> i == 9 ? ANSWER : FILLING + "这是第" + i + "次。")
                .collect(Collectors.joining("\n"));
        assertThat(given(text).paragraphs()).hasSize(8).startsWith(9).doesNotHaveDuplicates();
    }

    @Test
    void allParagraphsTogetherHaveTwelveThousandCharacters() {
        String text = IntStream.rangeClosed(1, 8).mapToObj(i -> FILLING.repeat(120) + "这是第" + i + "次。")
                .collect(Collectors.joining("\n"));
        assertThat(given(text).passages()).hasSize(4);
    }

    @Test
    void ofAVeryLongParagraphThePartThatFitsTheQuestionIsGiven() {
        Passages passages = given(FILLING.repeat(300) + ANSWER + FILLING.repeat(300));
        assertThat(passages.passages()).singleElement().extracting(Passage::text).asString().hasSize(3_000)
                .contains(ANSWER);
    }

    private static Passages given(String text) {
        IndexedArticle article = Samples.index(text);
        Evidence evidence = Samples.SEARCH.find(article, "深度求索是谁创立的？");
        return Passages.of(new Composer().answer(evidence), List.of(evidence));
    }
}
