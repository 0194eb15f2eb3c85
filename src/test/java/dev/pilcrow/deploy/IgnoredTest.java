package dev.pilcrow.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pilcrow.BotProcess;
import dev.pilcrow.Pilcrow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What `git add -A` must not take, beside what it must.
class IgnoredTest {

    private static final Duration LONG = Duration.ofMinutes(1);

    @Test
    void tokensAndDatabasesAreNeverCommitted(@TempDir Path folder) throws IOException {
        Path checkout = Files.createDirectories(folder.resolve("checkout"));
        Files.copy(Pilcrow.PROJECT.resolve(".gitignore"), checkout.resolve(".gitignore"));
        for (String name : List.of(".env", "deploy/.env", "secret.yaml", "deploy/kubernetes/secret.yaml", "bot.db",
                "data/pilcrow.db", "data/pilcrow.db-wal", "data/pilcrow.db.lock", "target/pilcrow.jar",
                "deploy/example.env",
                "deploy/kubernetes/secret-template.yaml")) {
            Path file = checkout.resolve(name);
            Files.createDirectories(Objects.requireNonNull(file.getParent()));
            Files.writeString(file, name);
        }
        git(folder.resolve("init.log"), checkout, "init", "-q");
        assertThat(git(folder.resolve("files.log"), checkout, "ls-files", "--others", "--exclude-standard").lines())
                .containsExactlyInAnyOrder(
                        ".gitignore", "deploy/example.env", "deploy/kubernetes/secret-template.yaml");
    }

    private static String git(Path log, Path folder, String... words) throws IOException {
        List<String> command = new ArrayList<>(List.of("git"));
        command.addAll(List.of(words));
        Map<String, String> environment = Map.of("HOME", log.resolveSibling("home").toString(), "PATH",
                System.getenv("PATH"));
        try (BotProcess git = BotProcess.start(command, folder, environment, log)) {
            git.awaitEnd(LONG);
            assertThat(git.exit()).as(git::log).isZero();
            return git.log();
        }
    }
}
