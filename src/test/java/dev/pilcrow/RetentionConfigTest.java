package dev.pilcrow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pilcrow.article.ReaderLanguage;
import dev.pilcrow.wording.Phrase;
import dev.pilcrow.wording.Wordings;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RetentionConfigTest {

    @Test
    void everythingIsKeptForNinetyDaysUnlessItIsSetOtherwise() {
        assertThat(RetentionConfig.read(Map.of()).kept()).hasDays(90);
        assertThat(RetentionConfig.read(Map.of(RetentionConfig.RETENTION, " 1 ")).kept()).hasDays(1);
        assertThat(RetentionConfig.read(Map.of(RetentionConfig.RETENTION, "3650")).problems()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "3651", "-1", "1.5", "90d", "ten", "99999999999"})
    void anythingElseIsNamed(String days) {
        assertThat(RetentionConfig.read(Map.of(RetentionConfig.RETENTION, days)).problems()).singleElement()
                .satisfies(problem -> assertThat(Wordings.packaged().in(ReaderLanguage.ENGLISH)
                        .say(Phrase.CONFIG_WRONG, problem))
                        .contains("PILCROW_RETENTION is not a number of days from 1 to 3650")
                        .doesNotContain(days + " is"));
    }
}
