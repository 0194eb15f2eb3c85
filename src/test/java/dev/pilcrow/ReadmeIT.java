package dev.pilcrow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The README's commands, each executed as it stands there.
class ReadmeIT {

    private static final Pattern BLOCK = Pattern.compile("(?ms)^```sh\\n(.*?)^```");

    static List<String> commands() throws IOException {
        String readme = Files.readString(Pilcrow.PROJECT.resolve("README.md"));
        return BLOCK.matcher(readme).results().flatMap(block -> Arrays.stream(block.group(1).split("\n")))
                .filter(line -> line.startsWith("deploy/pilcrow")).toList();
    }

    @ParameterizedTest
    @MethodSource("commands")
    void aCommandOfTheReadmeDoesWhatItSays(String command) {
        Shell shell = Shell.run(Pilcrow.PROJECT, "export PILCROW_BUILD=never", command);
        assertThat(shell.err()).isEmpty();
        assertThat(shell.exit()).isIn(0, 3);
    }
}
