package dev.pilcrow.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pilcrow.BotProcess;
import dev.pilcrow.Effort;
import dev.pilcrow.Pilcrow;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Whoever builds the program, and wherever: it is the same to the byte.
class ReproducibleIT {

    private static final Instant STAMP = Instant.parse("2026-11-24T00:00:00Z");
    private static final List<String> SOURCES = List.of("pom.xml", ".eclipse-format.xml", "src/main", "prompts",
            "deploy");
    private static final Duration LONG = Duration.ofMinutes(20);

    /// Somebody's machine.
    private record Builder(String folder, String language, String country, String zone) {
    }

    /// What a build has made.
    private record Built(String jar, String libraries, String bill, String vectors) {

        static Built in(Path target) throws IOException {
            return new Built(Sha512.of(target.resolve("pilcrow.jar")), Sha512.ofFolder(target.resolve("lib")),
                    Sha512.of(target.resolve("bom.json")) + Sha512.of(target.resolve("bom.xml")),
                    Sha512.ofFolder(target.resolve("classes/search")));
        }
    }

    @Test
    void theArchiveHoldsNothingOfWhenAndWhereItWasMade() throws IOException {
        List<String> names = new ArrayList<>();
        try (JarFile jar = new JarFile(Pilcrow.PROJECT.resolve("target/pilcrow.jar").toFile())) {
            for (JarEntry entry : (Iterable<JarEntry>) jar.stream()::iterator) {
                names.add(entry.getName());
                assertThat(entry.getTimeLocal()).as(entry.getName())
                        .isEqualTo(STAMP.atZone(ZoneOffset.UTC).toLocalDateTime());
                String bytes = new String(jar.getInputStream(entry).readAllBytes(), StandardCharsets.ISO_8859_1);
                assertThat(bytes.contains(Pilcrow.PROJECT.toString())).as(entry.getName()).isFalse();
            }
            assertThat(jar.getManifest().getMainAttributes().keySet()).extracting(Object::toString)
                    .doesNotContain("Built-By", "Build-Jdk", "Build-Date", "Build-Tool-Jdk-Spec");
        }
        assertThat(names).as("vectors of the built-in article are made in the build")
                .anyMatch(name -> name.startsWith("search/"));
        assertThat(names).doesNotHaveDuplicates();
    }

    @Tag("soak")
    @Test
    void twoPeopleBuildTheSameBytes(@TempDir Path folder) throws IOException {
        List<Built> built = new ArrayList<>();
        for (Builder builder : List.of(new Builder("a", "tr", "TR", "Pacific/Kiritimati"),
                new Builder("some where/else", "zh", "CN", "America/St_Johns"))) {
            built.add(build(folder, builder));
        }
        built.add(Built.in(Pilcrow.PROJECT.resolve("target")));
        Effort.report("B1 builds=%d same=%s sha512=%s…".formatted(built.size(), built.stream().distinct().count() == 1,
                built.getFirst().jar().substring(0, 32)));
        assertThat(built).containsOnly(built.getFirst());
    }

    private static Built build(Path folder, Builder builder) throws IOException {
        Path checkout = Files.createDirectories(folder.resolve(builder.folder()));
        SOURCES.forEach(source -> copy(Pilcrow.PROJECT.resolve(source), checkout.resolve(source)));
        Path home = Files.createDirectories(folder.resolve("home-" + builder.language()));
        Path settings = Files.writeString(home.resolve("settings.xml"), "<settings/>");
        String locale = "-Duser.language=" + builder.language() + " -Duser.country=" + builder.country();
        Map<String, String> environment = Map.of("HOME", home.toString(), "TZ", builder.zone(), "PATH",
                "/usr/local/bin:/usr/bin:/bin", "JAVA_HOME", System.getProperty("java.home"), "LC_ALL", "C", "USER",
                builder.language(), "MAVEN_OPTS", locale + " -Duser.name=" + builder.language());
        List<String> command = List.of("/usr/bin/env", "mvn", "-B", "-q", "-s", settings.toString(),
                "-Dmaven.repo.local=" + repository(), "-Dmaven.test.skip=true", "package");
        try (BotProcess maven = BotProcess.start(command, checkout, environment, home.resolve("log"))) {
            maven.awaitEnd(LONG);
            assertThat(maven.exit()).as(maven::log).isZero();
        }
        return Built.in(checkout.resolve("target"));
    }

    /// Where the libraries are that this build has used.
    private static Path repository() {
        return Path.of(System.getProperty("maven.repo.local", System.getProperty("user.home") + "/.m2/repository"));
    }

    private static void copy(Path from, Path to) {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = from.equals(file) ? to : to.resolve(from.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        } catch (IOException unusable) {
            throw new UncheckedIOException(unusable);
        }
    }
}
