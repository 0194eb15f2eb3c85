package dev.pilcrow.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

@Isolated
class LinearModelTest {

    @Test
    void scoresAWeightedSum() {
        assertThat(new LinearModel(-1, new double[]{2, 0.5}).score(new double[]{3, 4})).isEqualTo(7);
    }

    @Test
    void writesAFileThatOtherLocalesRead() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            assertThat(new LinearModel(-1.25, new double[]{2}).text("A comment.", List.of("one")))
                    .isEqualTo("# A comment.%nbias\t-1.2500%none\t2.0000%n".formatted());
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void theShippedModelsAreWrittenBackAsTheyWereRead() throws IOException {
        assertRoundTrip("/answer/sentence-weights.tsv", Candidate.NAMES);
        assertRoundTrip("/answer/verdict-weights.tsv", Verdict.MODEL_NAMES);
    }

    @Test
    void refusesAModelThatWasFittedOnOtherFeatures() {
        List<String> other = new ArrayList<>(Candidate.NAMES);
        other.set(0, "another");
        assertThatThrownBy(() -> LinearModel.resource("/answer/sentence-weights.tsv", other))
                .isInstanceOf(IllegalStateException.class).hasMessageContaining("fit");
    }

    @Test
    void keepsItsWeightsWhenTheArrayChanges() {
        double[] weights = {1};
        LinearModel model = new LinearModel(0, weights);
        weights[0] = 100;
        assertThat(model.score(new double[]{1})).isCloseTo(1, within(1e-12));
    }

    private static void assertRoundTrip(String resource, List<String> names) throws IOException {
        String shipped;
        try (var in = LinearModelTest.class.getResourceAsStream(resource)) {
            shipped = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
        String comment = shipped.lines().findFirst().orElseThrow().substring(2);
        assertThat(LinearModel.resource(resource, names).text(comment, names).lines())
                .isEqualTo(shipped.lines().toList());
    }
}
