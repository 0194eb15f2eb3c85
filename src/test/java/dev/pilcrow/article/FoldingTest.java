package dev.pilcrow.article;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FoldingTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', ignoreLeadingAndTrailingWhitespace = false, value = {"ＡＢＣ１２３，：|abc123,:",
            "ﬁ ㈱ ﾊﾞ|fi (株) バ",
            "DeepSeek|deepseek", "ΟΔΟΣ|οδοσ", "約翰・維拉塞諾|约翰·维拉塞诺", "约翰•维‧拉∙塞･诺|约翰·维·拉·塞·诺",
            "“深度”「求索」『甲』«乙»|\"深度\"\"求索\"\"甲\"\"乙\"",
            "it’s ‘it`s|it's 'it's", "a—b–c‐d−e|a-b-c-d-e", "美国 \u3000\u00a0\u2003AI\u2028企业|美国 ai 企业", "臺灣後來說|台湾后来说",
            "深\u200b度\u202e求\u00ad索\ufe0f|深度求索", "a\u0001b\u007fc|abc", "看\udb40\udc41见|看见", "e\u0301|é",
            "e\u200d\u0301|é",
            "한글|한글"})
    void readersTakeThemForTheSame(String original, String folded) {
        assertThat(Folding.text(original)).isEqualTo(folded);
    }

    @Test
    void accentsStayInFoldAndGoInBare() {
        assertThat(Folding.text("Villaseñor É")).isEqualTo("villaseñor é");
        assertThat(Folding.bare("Villaseñor É Škoda Łódź Bjørn ﬁ\u0301")).isEqualTo("villasenor e skoda lodz bjorn fi");
        assertThat(Folding.bare("Ελλάδά が й 深度")).isEqualTo(Folding.text("Ελλάδά が й 深度"));
    }

    @Test
    void loneSurrogatesBecomeReplacementCharacters() {
        assertThat(Folding.text("\ud800a\udc00")).isEqualTo("\ufffda\ufffd");
        assertThat(Folding.text("\ud800\u200b\udc00")).isEqualTo("\ufffd\ufffd");
    }

    @Test
    void offsetsLeadBackToTheOriginal() {
        Folded folded = Folding.fold("“Ｄeep\u200bSeek”　　㈱");
        assertThat(folded.text()).isEqualTo("\"deepseek\" (株)");
        assertThat(folded.start(5)).isEqualTo(6);
        assertThat(folded.end(4)).isEqualTo(5);
        assertThat(folded.start(10)).isEqualTo(11);
        assertThat(folded.end(10)).isEqualTo(13);
        assertThat(folded.start(11)).isEqualTo(13);
        assertThat(folded.end(13)).isEqualTo(14);
    }

    @Test
    void offsetsLeadBackInTheBuiltInArticle() {
        Invariants.leadsBack(new ArticleReader().builtIn().text());
    }

    @Test
    void offsetsLeadBackAndFoldingTwiceIsFoldingOnceForRandomTexts() {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(7);
        String pool = "aＺé\u0301\u0316\u200b \u3000\n深國“”\"'’·・—…ﷺ㈱ｶﾞㄱㅏᄀ\u1161İßς\ud83d\udc68\ud800\udc00\u202e1１½Ⅳ";
        for (int n = 0; n < 3000; n++) {
            StringBuilder text = new StringBuilder();
            random.ints(random.nextInt(1, 24), 0, pool.length()).forEach(i -> text.append(pool.charAt(i)));
            Invariants.leadsBack(text.toString());
            String folded = Folding.text(text.toString());
            assertThat(Folding.text(folded)).isEqualTo(folded);
        }
    }

    @Test
    void foldingTwiceIsFoldingOnceForEveryCharacter() {
        assertThat(IntStream.rangeClosed(0, Character.MAX_CODE_POINT).mapToObj(Character::toString)
                .map(Folding::text).filter(folded -> !Folding.text(folded).equals(folded))).isEmpty();
    }

    @ParameterizedTest
    @Timeout(value = 20, unit = SECONDS)
    @ValueSource(strings = {"a\u0301\u0316", "\u0301\u0316", "\u200d", "a\u200d", "ﷺ", "ᄀ", " ", "深", "\ud800"})
    void aMillionCharactersFoldInLinearTime(String piece) {
        assertThat(Folding.bare(Samples.repeat(piece, 1_000_000))).isNotNull();
    }
}
