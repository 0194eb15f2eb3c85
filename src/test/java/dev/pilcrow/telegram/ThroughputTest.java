package dev.pilcrow.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pilcrow.Effort;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// What the bot and the stand-in for Telegram do together in one process with 256 MiB.
class ThroughputTest {

    private static final Pattern LINE = Pattern
            .compile("throughput distinct=(\\d+)/s repeated=(\\d+)/s empty=(\\d+)/s heap_mib=(\\d+)->(\\d+)");

    @Test
    void distinctQuestionsAreAnsweredFasterThanTelegramTakesAnswersInAFlatHeap() throws IOException {
        Process load = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m", "-XX:+UseSerialGC", "--enable-native-access=ALL-UNNAMED",
                "-Djava.util.logging.config.file=src/test/resources/logging.properties", "-cp",
                System.getProperty("java.class.path"), LoadProgram.class.getName(),
                Integer.toString(Effort.of(2, 60))).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        String told = new String(load.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        Matcher line = LINE.matcher(told);
        assertThat(line.find()).as(told).isTrue();
        Effort.report(line.group());
        int distinct = Integer.parseInt(line.group(1));
        int empty = Integer.parseInt(line.group(3));
        assertThat(distinct).as("beside the answerer that does nothing").isGreaterThan(empty / 10);
        if (Effort.of(0, 1) == 1) {
            assertThat(distinct).isGreaterThanOrEqualTo(30);
            assertThat(Integer.parseInt(line.group(5)) - Integer.parseInt(line.group(4))).as("MiB more").isLessThan(16);
        }
    }
}
