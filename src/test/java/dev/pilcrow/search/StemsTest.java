package dev.pilcrow.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StemsTest {

    @ParameterizedTest
    @CsvSource({"restrictions, restriction", "restricted, restricting", "companies, company", "models, model",
            "warned, warns", "computing, computed"})
    void inflectedFormsShareAStem(String one, String other) {
        assertThat(Stems.of(one)).isEqualTo(Stems.of(other));
    }

    @Test
    void differentWordsKeepTheirStems() {
        assertThat(Stems.of("export")).isNotEqualTo(Stems.of("expert"));
        assertThat(Stems.of("chip")).isNotEqualTo(Stems.of("china"));
    }

    @Test
    void findsWordsAndNumbersBetweenOtherScripts() {
        assertThat(words("深度求索(deepseek)的r1模型,2022年")).containsExactly("deepseek", "r1", "2022");
    }

    @Test
    void keepsHyphensPointsAndApostrophesInsideAWord() {
        assertThat(words("open-source models don't cost $3.50 a.m.")).containsExactly("open-source", "models", "don't",
                "cost", "3.50", "a.m");
    }

    @Test
    void cutsThePossessiveOff() {
        assertThat(words("china's chips and the boss's view")).containsExactly("china", "chips", "and", "the", "boss",
                "view");
    }

    @Test
    void findsNoWordWhereThereIsNone() {
        assertThat(words("")).isEmpty();
        assertThat(words("芯片。😀 ʻ — '")).isEmpty();
    }

    @Test
    void stemsTheSameOnManyThreads() {
        List<String> stems = IntStream.range(0, 2000).parallel().mapToObj(i -> Stems.of(i % 2 == 0 ? "chips" : "rules"))
                .toList();
        for (int i = 0; i < stems.size(); i++) {
            assertThat(stems.get(i)).isEqualTo(i % 2 == 0 ? "chip" : "rule");
        }
    }

    private static List<String> words(String text) {
        return Stems.words(text).stream().map(place -> text.substring(place[0], place[1])).toList();
    }
}
