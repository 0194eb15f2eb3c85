package dev.pilcrow.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pilcrow.Effort;
import dev.pilcrow.search.IndexedArticle;
import dev.pilcrow.search.Pairs;
import dev.pilcrow.search.Samples;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Where the bound stands below which a rewritten question is another one.
@Tag("quality")
class LikenessTest {

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh"})
    void translationsAreAboveItAndMostOtherQuestionsBelow(String article) throws IOException {
        List<Pairs.Pair> pairs = Pairs.read("question", article);
        pairs = pairs.subList(0, Effort.of(300, pairs.size()));
        IndexedArticle written = Samples.index(pairs.getFirst().text());
        int above = 0;
        int below = 0;
        for (Pairs.Pair pair : pairs) {
            above += Samples.SEARCH.likeness(written, pair.text(), pair.translation()) > Rewriting.LIKENESS ? 1 : 0;
            below += Samples.SEARCH.likeness(written, pair.text(), pair.other()) <= Rewriting.LIKENESS ? 1 : 0;
        }
        Effort.report("likeness: article=%s pairs=%d translations_above=%.1f%% others_below=%.1f%%".formatted(article,
                pairs.size(), 100.0 * above / pairs.size(), 100.0 * below / pairs.size()));
        assertThat(100.0 * above / pairs.size()).isGreaterThan(99);
        assertThat(100.0 * below / pairs.size()).isGreaterThan(70);
    }
}
