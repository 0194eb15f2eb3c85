package dev.pilcrow.article;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every file in `hostile/` is read or refused, fast. Adding a file there adds a test.
class HostileFilesTest {

    @ParameterizedTest
    @MethodSource("files")
    @Timeout(value = 10, unit = SECONDS)
    void isReadOrRefused(Path file) throws Exception {
        try {
            Article article = new ArticleReader().read(file);
            Invariants.hold(article);
            assertThat(Folding.bare(Folding.text(article.text()))).isNotNull();
            assertThat(Bylines.byline(article)).isNotNull();
            Invariants.leadsBack(article.text().substring(0, Math.min(2000, article.text().length())));
        } catch (UnreadableArticleException refusal) {
            assertThat(refusal.file()).isEqualTo(file.toString());
        }
    }

    static List<Path> files() {
        return Samples.files("hostile");
    }
}
