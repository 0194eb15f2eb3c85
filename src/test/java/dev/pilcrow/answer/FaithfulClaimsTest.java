package dev.pilcrow.answer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.pilcrow.Effort;
import dev.pilcrow.answer.ClaimCheck.Checked;
import dev.pilcrow.answer.Passages.Passage;
import dev.pilcrow.article.Article;
import dev.pilcrow.model.Fence;
import dev.pilcrow.search.IndexedArticle;
import dev.pilcrow.search.Samples;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// How much of what is true the check keeps: sentences put in other words, and in the other language.
@Tag("reliability")
class FaithfulClaimsTest {

    private static final Path DATA = Path.of("src", "evaluation");

    @Test
    void sentencesInOtherWordsAreKept() throws IOException {
        List<String> dropped = new ArrayList<>();
        List<String> rows = Files.readAllLines(Path.of("src", "test", "resources", "answer", "faithful-claims.txt"));
        for (String row : rows) {
            int bar = row.indexOf('|');
            List<Integer> paragraphs = Stream.of(row.substring(0, bar).split(" ")).map(Integer::valueOf).toList();
            if (!isKept(Samples.builtIn(), row.substring(bar + 1), paragraphs)) {
                dropped.add(row);
            }
        }
        Effort.report("Q1 paraphrased=%d kept=%.1f%%".formatted(rows.size(), kept(rows.size(), dropped.size())));
        assertThat(kept(rows.size(), dropped.size())).as("%s", dropped).isGreaterThan(95);
    }

    @Test
    void translatedNewsIsMostlyKept() throws IOException {
        assertThat(translated("parallel-own.jsonl", "en", "zh", Effort.of(300, 2_000))).isGreaterThan(84);
        assertThat(translated("parallel-own.jsonl", "zh", "en", Effort.of(300, 2_000))).isGreaterThan(86);
    }

    @Tag("soak")
    @Test
    void translatedEncyclopediasAreOftenKept() throws IOException {
        assertThat(translated("parallel-en-zh.jsonl", "en", "zh", 2_000)).isGreaterThan(60);
        assertThat(translated("parallel-en-zh.jsonl", "zh", "en", 2_000)).isGreaterThan(70);
    }

    /// The percentage of sentences in one language that are kept as claims about the same in the other.
    private static double translated(String file, String claim, String article, int most) throws IOException {
        int all = 0;
        int dropped = 0;
        for (String line : Files.readAllLines(DATA.resolve(file))) {
            JsonNode pair = new JsonMapper().readTree(line);
            if (pair.path("kind").asText().equals("sentence") && all < most) {
                all++;
                IndexedArticle source = Samples.index(pair.path(article).asText().replaceAll("\\R", " "));
                dropped += isKept(source, pair.path(claim).asText(), List.of(1)) ? 0 : 1;
            }
        }
        Effort.report("Q1 translated=%d from=%s claims=%s kept=%.1f%%".formatted(all, file, claim, kept(all, dropped)));
        return kept(all, dropped);
    }

    private static double kept(int all, int dropped) {
        return 100.0 * (all - dropped) / all;
    }

    /// Is a sentence kept that quotes the longest sentence of each of its paragraphs?
    private static boolean isKept(IndexedArticle indexed, String claim, List<Integer> paragraphs) {
        Article article = indexed.article();
        ClaimCheck check = new ClaimCheck(indexed, new Passages(paragraphs.stream()
                .map(number -> new Passage(number, article.paragraph(number).text())).toList()), new Fence("f00dfeed"));
        List<Drafted.Quote> quotes = paragraphs.stream()
                .map(number -> new Drafted.Quote(number, longest(article, number))).toList();
        return check.check(new Drafted.Sentence(claim, quotes)) instanceof Checked.Kept;
    }

    private static String longest(Article article, int paragraph) {
        return article.paragraph(paragraph).sentences().stream()
                .reduce((one, other) -> other.text().length() > one.text().length() ? other : one).orElseThrow().text();
    }
}
