package dev.pilcrow.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pilcrow.Effort;
import dev.pilcrow.search.IndexedArticle;
import dev.pilcrow.search.Overlap;
import dev.pilcrow.search.Pairs;
import dev.pilcrow.search.Samples;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Where the bound stands below which a sentence has nothing to do with its paragraphs.
@Tag("quality")
class LeastOverlapTest {

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh"})
    void translationsAreAboveItAndMostOtherSentencesBelow(String article) throws IOException {
        List<Pairs.Pair> pairs = Pairs.read("sentence", article);
        pairs = pairs.subList(0, Effort.of(400, pairs.size()));
        int above = 0;
        int below = 0;
        for (Pairs.Pair pair : pairs) {
            IndexedArticle source = Samples.index(pair.text());
            above += Overlap.of(source, pair.translation(), List.of(1)) > ClaimCheck.LEAST_OVERLAP ? 1 : 0;
            below += Overlap.of(source, pair.other(), List.of(1)) <= ClaimCheck.LEAST_OVERLAP ? 1 : 0;
        }
        Effort.report(
                "least overlap: article=%s pairs=%d translations_above=%.1f%% others_below=%.1f%%".formatted(article,
                        pairs.size(), 100.0 * above / pairs.size(), 100.0 * below / pairs.size()));
        assertThat(100.0 * above / pairs.size()).isGreaterThan(98);
        assertThat(100.0 * below / pairs.size()).isGreaterThan(85);
    }
}
