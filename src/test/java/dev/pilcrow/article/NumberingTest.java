package dev.pilcrow.article;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Beside each text stands what Python makes of it: `[l.strip() for l in re.split(r'\r\n|\r|\n', text) if l.strip()]`.
class NumberingTest {

    @ParameterizedTest
    @MethodSource("texts")
    void paragraphsAreTheNonBlankLinesAsPythonSeesThem(Path file) throws Exception {
        Article article = new ArticleReader().read(file);
        Path expected = file.resolveSibling(file.getFileName() + ".json");
        assertThat(Samples.words(article))
                .containsExactly(new ObjectMapper().readValue(expected.toFile(), String[].class));
        Invariants.hold(article);
    }

    @Test
    void theBuiltInArticleHasTwentyFiveParagraphs() {
        Article article = new ArticleReader().builtIn();
        List<String> lines = Arrays.asList(article.text().split("\r\n|\r|\n"));
        assertThat(Samples.words(article)).isEqualTo(lines).hasSize(25);
        Invariants.hold(article);
    }

    static List<Path> texts() {
        return Samples.files("texts").stream().filter(file -> file.toString().endsWith(".txt")).toList();
    }
}
