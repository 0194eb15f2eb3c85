package dev.pilcrow.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Every chat in src/test/resources/transcripts is played again, and must go as it stands there, to the letter. A new file
/// is a new test; `-Dpilcrow.transcripts=write` writes what the bot does into the files, to be read before it is kept.
@Timeout(120)
class TranscriptTest {

    private static final Path FOLDER = Path.of("src", "test", "resources", "transcripts");
    private static final boolean WRITE = "write".equals(System.getProperty("pilcrow.transcripts"));

    @TestFactory
    Stream<DynamicTest> theBotDoesWhatTheTranscriptTells(@TempDir Path temporary) throws IOException {
        List<Path> files;
        try (Stream<Path> found = Files.list(FOLDER)) {
            files = found.filter(file -> file.toString().endsWith(".txt")).sorted().toList();
        }
        assertThat(files).hasSizeGreaterThan(15);
        return files.stream().map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), file.toUri(),
                () -> play(file, Files.createTempDirectory(temporary, "store"))));
    }

    private static void play(Path file, Path folder) throws IOException {
        TranscriptScene scene = new TranscriptScene(FOLDER.resolve("articles"));
        StringBuilder played = new StringBuilder();
        List<Transcript.Line> lines = new ArrayList<>(Transcript.of(Files.readString(file)).lines());
        while (!lines.isEmpty() && isOfScene(lines.getFirst().step(), scene)) {
            played.append(lines.removeFirst().text()).append('\n');
        }
        try (TranscriptStage stage = TranscriptStage.of(scene, folder)) {
            lines.forEach(line -> played.append(line.text()).append('\n').append(stage.play(line.step())));
            if (WRITE) {
                Files.writeString(file, played);
            }
            assertThat(played).hasToString(Files.readString(file));
            assertThat(stage.violations()).isEmpty();
        }
    }

    private static boolean isOfScene(Transcript.Step step, TranscriptScene scene) {
        return step instanceof Transcript.Nothing
                || step instanceof Transcript.Direction(String words) && scene.takes(words);
    }
}
