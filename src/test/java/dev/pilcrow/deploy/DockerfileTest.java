package dev.pilcrow.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pilcrow.Pilcrow;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class DockerfileTest {

    private static final Dockerfile FILE = Dockerfile.ofPilcrow();
    private static final Set<String> KNOWN = Set.of("ENV", "COPY", "WORKDIR", "RUN", "USER", "VOLUME", "EXPOSE",
            "STOPSIGNAL", "HEALTHCHECK", "ENTRYPOINT");
    private static final Pattern SECRET = Pattern.compile("(?i).*(token|secret|password|key).*");

    @Test
    void buildsInOneStageAndRunsInAnotherWithoutTheCompiler() {
        assertThat(FILE.stages()).extracting(Dockerfile.Stage::name).containsExactly("build", "");
        assertThat(FILE.stages().getFirst().image()).matches("maven:\\d[^@]*-eclipse-temurin-25");
        assertThat(FILE.image().image()).matches("eclipse-temurin:25[.\\d_]*-jre.*");
        assertThat(FILE.stages()).flatExtracting(Dockerfile.Stage::instructions)
                .allMatch(one -> KNOWN.contains(one.name()));
    }

    @Test
    void everythingThatIsCopiedExistsAndIsNotIgnored() throws Exception {
        List<String> ignored = Files.readAllLines(Pilcrow.PROJECT.resolve(".dockerignore"));
        for (Dockerfile.Instruction copy : FILE.stages().getFirst().all("COPY")) {
            String[] words = copy.words().split(" ");
            for (String source : Arrays.copyOf(words, words.length - 1)) {
                assertThat(Pilcrow.PROJECT.resolve(source)).exists();
                assertThat(ignored).contains("!" + source);
            }
        }
        assertThat(ignored).contains("*", "**/.env");
    }

    @Test
    void runsAsNobodyWithoutAShellInBetween() {
        assertThat(FILE.image().last("USER").words()).matches("[1-9]\\d{3,}:[1-9]\\d{3,}");
        assertThat(FILE.image().last("ENTRYPOINT").exec()).startsWith("java", "@options").endsWith("dev.pilcrow.Main");
        List<String> after = FILE.image().instructions().stream().map(Dockerfile.Instruction::name).toList();
        assertThat(after.subList(after.lastIndexOf("USER"), after.size())).doesNotContain("RUN", "COPY");
        assertThat(FILE.image().last("VOLUME").words()).isEqualTo("/data");
        assertThat(FILE.image().last("STOPSIGNAL").words()).isEqualTo("SIGTERM");
    }

    @Test
    void holdsNoSecret() {
        assertThat(FILE.stages()).flatExtracting(stage -> stage.environment().keySet())
                .noneMatch(name -> SECRET.matcher(name.toString()).matches());
    }

    @Test
    void theSystemdUnitRunsTheSameCommand() throws Exception {
        assertThat(Files.readString(Pilcrow.PROJECT.resolve("deploy/pilcrow.service")))
                .contains("ExecStart=/usr/bin/env " + String.join(" ", FILE.image().last("ENTRYPOINT").exec()) + "\n");
    }
}
