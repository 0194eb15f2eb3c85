package dev.pilcrow;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// A folder with the project in it, and somebody there who has a home of their own and nothing set.
///
/// @param folder where the project is
/// @param environment all that is set
record Checkout(Path folder, Map<String, String> environment) {

    /// The folders that no clone has.
    private static final List<String> OWN = List.of("target", ".git", ".env");

    Checkout {
        environment = Map.copyOf(environment);
    }

    /// This project as it is built.
    static Checkout built(Path home) {
        return new Checkout(Pilcrow.PROJECT, Map.of("HOME", home.toString(), "PILCROW_BUILD", "never"));
    }

    /// The files of this project and nothing that was made of them, in a folder whose owner has a Maven that downloads
    /// nothing.
    static Checkout fresh(Path temporary) throws IOException {
        Path folder = temporary.resolve("pilcrow");
        for (Path file : files()) {
            Path copy = folder.resolve(file.toString());
            Files.createDirectories(Objects.requireNonNull(copy.getParent()));
            Files.copy(Pilcrow.PROJECT.resolve(file), copy);
        }
        Path tools = Files.createDirectories(temporary.resolve("tools"));
        Path maven = Files.writeString(tools.resolve("mvn"), "#!/bin/sh\nexec '" + maven() + "' -o -Dmaven.repo.local='"
                + repository() + "' \"$@\"\n");
        Files.setPosixFilePermissions(maven, PosixFilePermissions.fromString("rwxr-xr-x"));
        Path home = Files.createDirectories(temporary.resolve("home"));
        return new Checkout(folder,
                Map.of("HOME", home.toString(), "PATH", tools + File.pathSeparator + System.getenv("PATH"), "JAVA_HOME",
                        System.getProperty("java.home")));
    }

    /// What a clone would have, and what is new and not ignored; without git all that does not look made.
    private static List<Path> files() throws IOException {
        Shell git = Shell.run(Pilcrow.PROJECT, "PATH=" + quoted(System.getenv("PATH")),
                "git -c safe.directory='*' ls-files -z --cached --others --exclude-standard");
        if (git.exit() == 0 && !git.out().isEmpty()) {
            return Arrays.stream(git.out().split("\0")).map(Path::of)
                    .filter(file -> Files.isRegularFile(Pilcrow.PROJECT.resolve(file))).toList();
        }
        try (Stream<Path> all = Files.walk(Pilcrow.PROJECT)) {
            return all.filter(Files::isRegularFile).map(Pilcrow.PROJECT::relativize)
                    .filter(file -> !OWN.contains(file.getName(0).toString())).toList();
        }
    }

    private static Path maven() {
        return Arrays.stream(System.getenv("PATH").split(File.pathSeparator)).map(folder -> Path.of(folder, "mvn"))
                .filter(Files::isExecutable).findFirst().orElseThrow(() -> new AssertionError("no Maven"));
    }

    /// Where the libraries of these tests come from.
    private static Path repository() {
        String jar = Test.class.getProtectionDomain().getCodeSource().getLocation().getPath();
        return Path.of(jar.substring(0, jar.indexOf("/org/junit/")));
    }

    /// Types lines of shell.
    Shell run(Map<String, String> settings, String... lines) {
        List<String> script = new ArrayList<>();
        all(settings).forEach((name, value) -> script.add("export " + name + "=" + quoted(value)));
        script.addAll(List.of(lines));
        return Shell.run(folder, script.toArray(String[]::new));
    }

    /// Types a line that starts a bot, and leaves it at work. The line is in a file, as the JVM tells in its log which
    /// commands it starts.
    BotProcess start(String line, Map<String, String> settings) {
        try {
            Path script = Files.writeString(home().resolve("start.sh"),
                    line.replaceFirst("(\\S+)$", "exec $1") + "\n");
            return BotProcess.script(script, folder, home().resolve("bot.log"), all(settings));
        } catch (IOException unusable) {
            throw new UncheckedIOException(unusable);
        }
    }

    private Map<String, String> all(Map<String, String> settings) {
        Map<String, String> all = new HashMap<>(environment);
        all.putAll(settings);
        return all;
    }

    private Path home() {
        return Path.of(Objects.requireNonNull(environment.get("HOME")));
    }

    private static String quoted(String value) {
        return "'" + value.replace("'", "'\\''") + "'";
    }
}
