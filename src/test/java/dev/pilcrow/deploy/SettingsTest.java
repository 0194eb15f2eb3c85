package dev.pilcrow.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pilcrow.Pilcrow;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The settings that the files in `deploy/` name, against those that the program reads.
class SettingsTest {

    private static final Path FOLDER = Pilcrow.PROJECT.resolve("deploy");
    private static final Pattern NAME = Pattern.compile("\\b(?:PILCROW|TELEGRAM|SLACK)_[A-Z][A-Z_]+\\b");
    private static final Pattern READ = Pattern.compile("\"((?:PILCROW|TELEGRAM|SLACK)_[A-Z][A-Z_]+)\"");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `((?:PILCROW|TELEGRAM|SLACK)_[A-Z_]+)` \\|");
    private static final Pattern OFFERED = Pattern.compile("(?m)^#([A-Z_]+)=(.*)$");
    /// Read by the launcher, which no deployment uses.
    private static final String BUILD = "PILCROW_BUILD";

    /// What the program reads: the names in its sources.
    private static Set<String> settings() {
        try (Stream<Path> sources = Files.list(Pilcrow.PROJECT.resolve("src/main/java/dev/pilcrow"))) {
            return sources.filter(Files::isRegularFile).flatMap(file -> READ.matcher(text(file)).results())
                    .map(name -> name.group(1)).collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static List<Path> files() {
        try (Stream<Path> files = Files.walk(FOLDER)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !file.endsWith("pilcrow") && !file.startsWith(FOLDER.resolve("pictures"))).sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void everySettingNamedInDeployExists(Path file) {
        assertThat(settings()).contains("PILCROW_STORE", "TELEGRAM_BOT_TOKEN", "SLACK_BOT_TOKEN");
        assertThat(NAME.matcher(text(file)).results().map(MatchResult::group).filter(name -> !name.equals(BUILD)))
                .isSubsetOf(settings());
    }

    @ParameterizedTest
    @ValueSource(strings = {"README.md", "deploy/README.zh.md"})
    void everySettingHasARowInTheTable(String guide) {
        Set<String> rows = ROW.matcher(text(Pilcrow.PROJECT.resolve(guide))).results().map(row -> row.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> all = settings();
        all.add(BUILD);
        assertThat(rows).isEqualTo(all);
    }

    @Test
    void everySettingIsOffered() {
        Set<String> offered = OFFERED.matcher(text(FOLDER.resolve("example.env"))).results().map(line -> line.group(1))
                .collect(Collectors.toSet());
        assertThat(offered).containsAll(settings()).doesNotContain(BUILD);
    }

    @Test
    void nothingIsSetBeforeTheOperatorSetsIt() {
        assertThat(text(FOLDER.resolve("example.env")).lines())
                .allMatch(line -> line.isBlank() || line.startsWith("#"));
    }
}
