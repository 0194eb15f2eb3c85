package dev.pilcrow.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pilcrow.article.Article;
import dev.pilcrow.article.ArticleReader;
import dev.pilcrow.article.Language;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class BenchTest {

    @Test
    void printsEveryMeasurementOfBothSidesWithItsUnit() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
        PrintStream progress = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
        Bench.Effort tiny = new Bench.Effort(0, 1, 60, 1, 4, List.of(30));
        assertThat(Bench.run(out, progress, tiny)).isZero();
        assertThat(bytes.toString(StandardCharsets.UTF_8)).contains("Chinese question, p50", "English question",
                "question / embedding", "a second", "start to first answer", "30 paragraphs", "ratio")
                .doesNotContain("NaN", "Infinity");
    }

    @Test
    void asksThirtyChineseAndTenEnglishQuestions() {
        assertThat(BenchQuestions.shipped().in(Language.CHINESE)).hasSize(30).doesNotHaveDuplicates();
        assertThat(BenchQuestions.shipped().in(Language.ENGLISH)).hasSize(10).doesNotHaveDuplicates();
    }

    @Test
    void makesTheSameLongArticleEveryTimeAndNoParagraphTwice() {
        LongArticle source = new LongArticle(new ArticleReader().builtIn());
        Article article = source.of(1_000, 24, 1);
        assertThat(article.paragraphs()).hasSize(1_000);
        assertThat(article.paragraphs().stream().map(paragraph -> paragraph.text())).doesNotHaveDuplicates();
        assertThat(source.of(1_000, 24, 1).text()).isEqualTo(article.text());
        assertThat(source.of(1_000, 24, 5_000).text()).isNotEqualTo(article.text());
    }
}
