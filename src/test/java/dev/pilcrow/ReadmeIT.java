package dev.pilcrow;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The README's commands, each executed as it stands there.
class ReadmeIT {

    private static final Guide GUIDE = Guide.of(Pilcrow.PROJECT.resolve("README.md"));

    static List<String> commands() {
        return GUIDE.commands();
    }

    @ParameterizedTest
    @MethodSource("commands")
    void aCommandOfTheReadmeDoesWhatItSays(String command, @TempDir Path home) {
        new Walk(Checkout.built(home), GUIDE).does(command);
    }
}
