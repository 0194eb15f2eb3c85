package dev.pilcrow.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pilcrow.Effort;
import dev.pilcrow.answer.ClaimCheck.Checked;
import dev.pilcrow.answer.Passages.Passage;
import dev.pilcrow.article.Article;
import dev.pilcrow.model.Fence;
import dev.pilcrow.search.IndexedArticle;
import dev.pilcrow.search.Samples;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Sentences as models really write them about seven articles, in both languages, with their quotes: made up in one thing,
/// or faithful. A line is the article, what is wrong or special, the sentence, and its quotes after their paragraphs.
@Tag("reliability")
class NewsClaimsTest {

    @Test
    void whatIsMadeUpIsDroppedAndWhatIsFaithfulKept() throws IOException {
        List<String> lies = new ArrayList<>();
        List<String> truths = new ArrayList<>();
        List<String> madeUp = lines("news-claims-lies.txt");
        List<String> faithful = lines("news-claims-faithful.txt");
        madeUp.stream().filter(NewsClaimsTest::isKept).forEach(lies::add);
        faithful.stream().filter(line -> !isKept(line)).forEach(truths::add);
        Effort.report(
                "Q1 realistic_lies=%d shown=%d realistic_faithful=%d kept=%.1f%%".formatted(madeUp.size(), lies.size(),
                        faithful.size(), 100.0 * (faithful.size() - truths.size()) / faithful.size()));
        assertThat(lies).as("lies kept").hasSizeLessThanOrEqualTo(madeUp.size() / 40);
        assertThat(truths).as("faithful sentences dropped").hasSizeLessThanOrEqualTo(faithful.size() / 25);
    }

    private static List<String> lines(String file) throws IOException {
        return Files.readAllLines(Path.of("src", "test", "resources", "answer", file));
    }

    private static boolean isKept(String line) {
        String[] cells = line.split("\\|");
        IndexedArticle indexed = article(cells[0]);
        Article article = indexed.article();
        List<Passage> passages = article.paragraphs().stream()
                .map(paragraph -> new Passage(paragraph.number(), paragraph.text())).toList();
        List<Drafted.Quote> quotes = new ArrayList<>();
        for (int i = 3; i < cells.length; i++) {
            int colon = cells[i].indexOf(':');
            quotes.add(
                    new Drafted.Quote(Integer.parseInt(cells[i].substring(0, colon)), cells[i].substring(colon + 1)));
        }
        ClaimCheck check = new ClaimCheck(indexed, new Passages(passages), new Fence("f00dfeed"));
        return check.check(new Drafted.Sentence(cells[2], quotes)) instanceof Checked.Kept;
    }

    private static IndexedArticle article(String name) {
        if (name.equals("built-in")) {
            return Samples.builtIn();
        }
        try {
            return Samples.index(Files.readString(Path.of("src", "evaluation", "news", "articles", name + ".txt")));
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
