package dev.pilcrow.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pilcrow.search.LinearMapFitter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FitTest {

    @Test
    void leavesOutTheTitlesOfThePartThatIsHeldOut(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("pairs.jsonl"), """
                {"title":"a0004","en":"four","zh":"四"}
                {"title":"a0005","en":"five","zh":"五"}

                {"en":"own","zh":"自己"}
                """);
        assertThat(Fit.pairs(file, Optional.of(Fit.HoldOut.parse("1/4")))).extracting(LinearMapFitter.Pair::english)
                .containsExactly("four", "own");
        assertThat(Fit.pairs(file, Optional.empty())).hasSize(3);
    }

    @Test
    void refusesAPartThatThereIsNot() {
        assertThatThrownBy(() -> Fit.HoldOut.parse("4/4")).hasMessageContaining("4/4");
        assertThatThrownBy(() -> Fit.HoldOut.parse("half")).hasMessageContaining("half");
    }
}
