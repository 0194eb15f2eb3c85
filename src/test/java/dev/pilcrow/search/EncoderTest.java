package dev.pilcrow.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.pilcrow.article.Folding;
import dev.pilcrow.article.Language;
import java.lang.foreign.ValueLayout;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.lucene.util.VectorUtil;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EncoderTest {

    private static final Encoders ENCODERS = new Encoders();

    @Test
    void givesTheSameNumbersForTheSameText() {
        Encoding one = chinese("深度求索的创始人是谁?");
        Encoding other = chinese("深度求索的创始人是谁?");
        assertThat(other.vector()).isEqualTo(one.vector());
        assertThat(bytes(other)).isEqualTo(bytes(one));
        assertThat(other.scales()).isEqualTo(one.scales());
    }

    @Test
    void givesTheSameNumbersOnManyThreads() {
        float[] alone = chinese("芯片出口管控").vector();
        List<float[]> together = IntStream.range(0, 16).parallel().mapToObj(_ -> chinese("芯片出口管控").vector()).toList();
        assertThat(together).allSatisfy(vector -> assertThat(vector).isEqualTo(alone));
    }

    @Test
    void vectorsHaveUnitLength() {
        assertThat(length(chinese("芯片").vector())).isCloseTo(1, within(1e-4));
        assertThat(length(english("chips").vector())).isCloseTo(1, within(1e-4));
    }

    @Test
    void likeTextsAreNearerThanOthers() {
        float[] question = chinese("谁创办了这家公司").vector();
        assertThat(VectorUtil.dotProduct(question, chinese("该公司的创始人").vector()))
                .isGreaterThan(VectorUtil.dotProduct(question, chinese("今天北京下雨").vector()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"深度求索发布了deepseek-r1模型,成本为$3.50。", "😀你好😀世界👨‍👩‍👧‍👦", "𠀀𠀁是罕见字", "a\ud800b芯片",
            "naïve café über 中文",
            "مرحبا بالعالم 你好", "\u200f\u200b人\u200b工", "한국어와 日本語ひらがな", "１２３ＡＢＣ①②③㈱",
            "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx芯片",
            "e\u0301\u0301\u0301人"})
    void tokensStandInTheText(String original) {
        String text = Folding.text(original);
        for (Encoding encoding : List.of(chinese(text), english(text))) {
            int before = 0;
            for (int token = 0; token < encoding.size(); token++) {
                int start = encoding.starts()[token];
                int end = encoding.ends()[token];
                assertThat(start).isGreaterThanOrEqualTo(before).isLessThan(end);
                assertThat(end).isLessThanOrEqualTo(text.length());
                assertThat(Character.isLetterOrDigit(text.codePointAt(start))).isTrue();
                assertThat(Character.isLowSurrogate(text.charAt(start))).isFalse();
                assertThat(end < text.length() && Character.isLowSurrogate(text.charAt(end))).isFalse();
                before = start;
            }
            assertThat(encoding.starts()).hasSameSizeAs(encoding.ends()).hasSize(encoding.size());
        }
    }

    @Test
    void aTokenStandsWhereItsCharacterDoesBehindEmoji() {
        Encoding encoding = chinese("😀😀芯片");
        assertThat(encoding.starts()).containsExactly(4, 5);
        assertThat(encoding.ends()).containsExactly(5, 6);
    }

    @Test
    void encodesALongTextToItsEnd() {
        String text = "深度求索打造出了更好且成本可能更低的解决方案,".repeat(131);
        assertThat(text.length()).isGreaterThan(3000);
        Encoding encoding = chinese(text);
        assertThat(encoding.size()).isEqualTo(22 * 131);
        assertThat(encoding.ends()[encoding.size() - 1]).isEqualTo(text.length() - 1);
        assertThat(length(encoding.vector())).isCloseTo(1, within(1e-4));
        assertThat(VectorUtil.dotProduct(encoding.vector(), chinese(text.substring(0, 300)).vector()))
                .isGreaterThan(0.8f);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\u3000"})
    void aBlankTextHasNoTokens(String blank) {
        Encoding encoding = chinese(blank);
        assertThat(encoding.size()).isZero();
        assertThat(encoding.vector()).hasSize(512).containsOnly(0);
    }

    @Test
    void punctuationHasAVectorAndNoTokens() {
        Encoding encoding = chinese("。,!?——");
        assertThat(encoding.size()).isZero();
        assertThat(length(encoding.vector())).isCloseTo(1, within(1e-4));
    }

    @Test
    void quantisingKeepsTheDirection() {
        float[] row = {0.3f, -1.2f, 0.004f, 0.9f};
        byte[] bytes = new byte[4];
        float scale = Encoding.quantise(row, bytes);
        double dot = 0;
        double squares = 0;
        for (int i = 0; i < row.length; i++) {
            dot += row[i] * bytes[i] * scale;
            squares += (double) bytes[i] * bytes[i] * scale * scale;
        }
        assertThat(dot / length(row)).isCloseTo(1, within(0.01));
        assertThat(squares).isCloseTo(1, within(0.02));
        assertThat(Encoding.quantise(new float[4], bytes)).isZero();
    }

    @Test
    void aMappedEnglishSentenceIsNearestToItsChineseOne() {
        float[] mapped = ENCODERS.map(Language.ENGLISH, Language.CHINESE)
                .apply(english("the government restricts the export of advanced chips").vector());
        assertThat(length(mapped)).isCloseTo(1, within(1e-4));
        assertThat(VectorUtil.dotProduct(mapped, chinese("政府限制先进芯片的出口").vector()))
                .isGreaterThan(VectorUtil.dotProduct(mapped, chinese("昨晚的足球比赛以平局结束").vector()));
    }

    private static Encoding chinese(String text) {
        return ENCODERS.of(Language.CHINESE).encode(text);
    }

    private static Encoding english(String text) {
        return ENCODERS.of(Language.ENGLISH).encode(text);
    }

    private static byte[] bytes(Encoding encoding) {
        return encoding.tokens().toArray(ValueLayout.JAVA_BYTE);
    }

    private static double length(float[] vector) {
        return Math.sqrt(VectorUtil.dotProduct(vector, vector));
    }
}
