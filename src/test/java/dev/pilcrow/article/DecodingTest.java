package dev.pilcrow.article;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.pilcrow.article.UnreadableArticleException.Problem;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class DecodingTest {

    private final ArticleReader reader = new ArticleReader();

    @ParameterizedTest
    @ValueSource(strings = {"utf8-bom.txt", "utf16le-bom.txt", "utf16be-bom.txt", "gb18030.txt"})
    void everyEncodingGivesTheSameArticle(String name) throws Exception {
        assertThat(reader.read(Samples.file("encodings/" + name)))
                .isEqualTo(reader.read(Samples.file("encodings/utf8.txt")));
    }

    @Test
    void shortAndTraditionalTextsInGb18030AreRead() throws Exception {
        assertThat(reader.read(Samples.file("encodings/gb18030-short.txt")).text()).isEqualTo("深度求索创始人");
        assertThat(reader.read(Samples.file("encodings/gb18030-traditional.txt")).text()).startsWith("臺灣的資訊");
    }

    @ParameterizedTest
    @MethodSource("refused")
    void otherEncodingsAndBinaryFilesAreNoText(Path file) {
        assertThatExceptionOfType(UnreadableArticleException.class).isThrownBy(() -> reader.read(file))
                .satisfies(refusal -> assertThat(refusal.problem()).isEqualTo(Problem.NOT_TEXT));
    }

    @Test
    void randomBytesAreNoText() {
        Random random = new Random(1);
        for (int i = 0; i < 2000; i++) {
            byte[] bytes = new byte[24 + random.nextInt(200)];
            random.nextBytes(bytes);
            assertThatExceptionOfType(UnreadableArticleException.class).isThrownBy(() -> reader.read("a", bytes));
        }
    }

    static List<Path> refused() {
        return Samples.files("encodings/refused");
    }
}
