package dev.pilcrow;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// The bot as a process of its own, from the class path of the tests, with nothing in its environment but settings.
public final class BotProcess implements AutoCloseable {

    private final Process process;
    private final Path log;

    private BotProcess(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    /// Starts it.
    ///
    /// @param program its class
    /// @param folder its working folder, data folder and home
    /// @param settings beside those of the folder
    /// @param options of its JVM
    public static BotProcess start(Class<?> program, Path folder, Map<String, String> settings,
            String... options) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xshare:auto"));
        command.addAll(List.of(options));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), program.getName()));
        Path log = folder.resolve("bot.log");
        Map<String, String> environment = new HashMap<>(Map.of("HOME", folder.toString(), "LC_ALL", "C.UTF-8",
                "PILCROW_CACHE", folder.resolve("cache").toString()));
        environment.putAll(settings);
        return start(command, folder, environment, log);
    }

    /// Starts what a script of shell starts in place of itself.
    ///
    /// @param environment all of it
    static BotProcess script(Path script, Path folder, Path log, Map<String, String> environment) {
        return start(List.of("/bin/bash", script.toString()), folder, environment, log);
    }

    /// Starts any command.
    ///
    /// @param environment all of it
    /// @param log takes what it says
    public static BotProcess start(List<String> command, Path folder, Map<String, String> environment, Path log) {
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .redirectInput(Path.of("/dev/null").toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        try {
            return new BotProcess(builder.start(), log);
        } catch (IOException unusable) {
            throw new UncheckedIOException(unusable);
        }
    }

    /// Starts the program as it is.
    public static BotProcess start(Path folder, Map<String, String> settings, String... options) {
        return start(Main.class, folder, settings, options);
    }

    /// What it has said to its operator, in this life and those before in the same folder.
    public String log() {
        try {
            return Files.readString(log);
        } catch (IOException unusable) {
            throw new UncheckedIOException(unusable);
        }
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /// Its number, for the system.
    public long pid() {
        return process.pid();
    }

    /// Kills it, as `kill -9` does.
    public void kill() {
        process.destroyForcibly();
        awaitEnd(Duration.ofSeconds(10));
    }

    /// Asks it to end, as `kill` does.
    ///
    /// @return how long it took
    public Duration end() {
        long begun = System.nanoTime();
        process.destroy();
        awaitEnd(Duration.ofSeconds(30));
        return Duration.ofNanos(System.nanoTime() - begun);
    }

    /// Its exit code.
    public int exit() {
        return process.exitValue();
    }

    public void awaitEnd(Duration longest) {
        try {
            if (!process.waitFor(longest.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
                throw new IllegalStateException("it does not end");
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
