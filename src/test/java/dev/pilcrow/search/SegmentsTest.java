package dev.pilcrow.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SegmentsTest {

    @Test
    void cutsAQuestionIntoItsContentWords() {
        assertThat(contentWords("美国政府试图限制多少个国家?")).contains("美国", "政府", "限制", "国家").doesNotContain("多少", "?");
    }

    @Test
    void keepsANameThatNoDictionaryKnowsInOnePiece() {
        assertThat(contentWords("穆萨维扎德提醒了什么")).contains("穆萨维扎德");
        assertThat(contentWords("约翰·维拉塞诺是谁")).anyMatch(word -> word.endsWith("维拉塞诺"));
    }

    @Test
    void keepsLatinWordsBesideHan() {
        assertThat(contentWords("deepseek的r1模型怎么样")).contains("deepseek", "模型");
    }

    @ParameterizedTest
    @ValueSource(strings = {"什么", "谁", "的", "吗"})
    void aQuestionWordIsNoContent(String word) {
        assertThat(Segments.isFunctionWord(word)).isTrue();
        assertThat(contentWords(word)).isEmpty();
    }

    @Test
    void tellsUnknownNamesFromWords() {
        assertThat(Segments.isUnknown("乔泽帕")).isTrue();
        assertThat(Segments.isUnknown("人工智能")).isFalse();
        assertThat(Segments.isUnknown("芯片")).isFalse();
        assertThat(Segments.isUnknown("德")).isFalse();
    }

    @Test
    void findsTheNameAtTheEndOfATitle() {
        assertThat(Segments.lastName("高级研究员马丁·乔泽帕")).isEqualTo("马丁·乔泽帕");
        assertThat(Segments.lastName("首席执行官达里奥·阿莫迪")).isEqualTo("达里奥·阿莫迪");
        assertThat(Segments.lastName("深度求索创始人梁文锋")).isEqualTo("梁文锋");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "。,!?", "😀😀", "深度😀求索", "a", "𠀀𠀁人", "\u200f\u200b", "·", "··人·"})
    void wordsStandInOrderInsideTheText(String text) {
        int last = 0;
        for (int[] word : Segments.contentWords(text)) {
            assertThat(word[0]).isGreaterThanOrEqualTo(last).isLessThan(word[1]);
            last = word[1];
        }
        assertThat(last).isLessThanOrEqualTo(text.length());
    }

    private static List<String> contentWords(String text) {
        return Segments.contentWords(text).stream().map(place -> text.substring(place[0], place[1])).toList();
    }
}
