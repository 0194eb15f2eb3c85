package dev.pilcrow.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pilcrow.article.Folding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VocabularyTest {

    @ParameterizedTest
    @CsvSource({"中國的軟體產業, 中国的软件产业", "晶片與軟體, 芯片与软件", "伺服器在網路上, 服务器在网络上", "網際網路, 互联网",
            "關於AI晶片, 关于ai芯片"})
    void saysItAsTheMainlandDoes(String traditional, String mainland) {
        assertThat(mainland(traditional)).isEqualTo(mainland);
    }

    @Test
    void leavesASimplifiedTextAsItIs() {
        assertThat(mainland("晶片的质量")).isEqualTo("晶片的质量");
        assertThat(mainland("AI chips")).isEqualTo("ai chips");
        assertThat(mainland("")).isEmpty();
    }

    @Test
    void leavesWordsThatBothWriteAlike() {
        assertThat(mainland("國家與公司")).isEqualTo("国家与公司");
    }

    private static String mainland(String text) {
        return Vocabulary.mainland(text, Folding.text(text));
    }
}
