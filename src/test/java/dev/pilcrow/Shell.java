package dev.pilcrow;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// What a shell script did: it ran in a folder, with nothing in its environment and nothing to read. The script is a file
/// in UTF-8, so that its words do not depend on the locale of the tests.
///
/// @param exit its exit code
/// @param out what it wrote to its output
/// @param err what it wrote to its error output
public record Shell(int exit, String out, String err) {

    private static final int MINUTES = 10;

    /// Runs lines of a script.
    public static Shell run(Path folder, String... lines) {
        try {
            Path files = Files.createTempDirectory("pilcrow-shell");
            Path script = Files.write(files.resolve("script"), List.of(lines));
            Path out = files.resolve("out");
            Path err = files.resolve("err");
            ProcessBuilder builder = new ProcessBuilder("/bin/bash", script.toString()).directory(folder.toFile())
                    .redirectInput(Path.of("/dev/null").toFile()).redirectOutput(out.toFile())
                    .redirectError(err.toFile());
            builder.environment().clear();
            Process process = builder.start();
            if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
                throw new IllegalStateException("still running: " + String.join("\n", lines));
            }
            return new Shell(process.exitValue(), text(out), text(err));
        } catch (IOException unusable) {
            throw new UncheckedIOException(unusable);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private static String text(Path file) throws IOException {
        return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    }
}
