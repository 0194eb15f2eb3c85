package dev.pilcrow.transcript;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/// Every chat in src/test/resources/transcripts is played again, and must go as it stands there, to the letter. A new file
/// is a new test; `-Dpilcrow.transcripts=write` writes what the bot does into the files, to be read before it is kept.
public final class Transcripts {

    private static final Path FOLDER = Path.of("src", "test", "resources", "transcripts");
    private static final boolean WRITE = "write".equals(System.getProperty("pilcrow.transcripts"));

    private Transcripts() {
    }

    /// The test of each transcript.
    ///
    /// @param temporary where the bots keep their stores
    /// @param names which files they are
    /// @param begin makes the chat of a scene
    public static Stream<DynamicTest> played(Path temporary, Predicate<String> names,
            BiFunction<Scene, Path, PlayedChat> begin) throws IOException {
        List<Path> files;
        try (Stream<Path> found = Files.list(FOLDER)) {
            files = found.filter(file -> file.toString().endsWith(".txt"))
                    .filter(file -> names.test(file.getFileName().toString())).sorted().toList();
        }
        assertThat(files).hasSizeGreaterThan(15);
        return files.stream().map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), file.toUri(),
                () -> play(file, Files.createTempDirectory(temporary, "store"), begin)));
    }

    private static void play(Path file, Path folder, BiFunction<Scene, Path, PlayedChat> begin) throws IOException {
        Scene scene = new Scene(FOLDER.resolve("articles"));
        StringBuilder played = new StringBuilder();
        List<Transcript.Line> lines = new ArrayList<>(Transcript.of(Files.readString(file)).lines());
        while (!lines.isEmpty() && isOfScene(lines.getFirst().step(), scene)) {
            played.append(lines.removeFirst().text()).append('\n');
        }
        PlayedChat chat = begin.apply(scene, folder);
        try (Stage stage = new Stage(scene, chat)) {
            lines.forEach(line -> played.append(line.text()).append('\n').append(stage.play(line.step())));
            if (WRITE) {
                Files.writeString(file, played);
            }
            assertThat(played).hasToString(Files.readString(file));
            assertThat(chat.violations()).isEmpty();
        }
    }

    private static boolean isOfScene(Transcript.Step step, Scene scene) {
        return step instanceof Transcript.Nothing
                || step instanceof Transcript.Direction(String words) && scene.takes(words);
    }
}
