package dev.pilcrow.insights;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pilcrow.BotProcess;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// How much memory it takes to look at much.
@Timeout(120)
class InsightMemoryTest {

    @Test
    void muchThatWasAskedIsShownInASmallHeap(@TempDir Path folder) {
        try (BotProcess program = BotProcess.start(CrowdedProgram.class, folder, Map.of(), "-Xmx128m",
                "-XX:+ExitOnOutOfMemoryError")) {
            program.awaitEnd(Duration.ofSeconds(100));
            assertThat(program.exit()).isZero();
            assertThat(program.log()).contains(CrowdedProgram.SHOWN);
        }
    }
}
