package dev.pilcrow;

import dev.pilcrow.wording.BadUseException;
import dev.pilcrow.wording.Phrase;
import dev.pilcrow.wording.Remark;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What the operator has set, in the environment or in a `.env` file in the working folder; the environment wins, and
/// what is set to nothing is not set. Immutable.
public final class Config {

    private final Map<String, String> settings;

    private Config(Map<String, String> settings) {
        this.settings = Map.copyOf(settings);
    }

    /// Reads the settings and checks them all.
    ///
    /// @throws BadUseException naming every setting that is wrong, and the value of none
    public static Config read(Map<String, String> environment, Path folder) throws BadUseException {
        Map<String, String> settings = new HashMap<>();
        List<Remark> problems = new ArrayList<>();
        Path file = folder.resolve(".env");
        if (Files.isRegularFile(file)) {
            try {
                problems.addAll(EnvFile.read(file, settings));
            } catch (IOException unreadable) {
                problems.add(Remark.of(Phrase.CONFIG_UNREADABLE));
            }
        }
        settings.putAll(environment);
        settings.values().removeIf(String::isBlank);
        Config config = new Config(settings);
        if (!config.prompts().map(Files::isDirectory).orElse(true)) {
            problems.add(Remark.of(Phrase.CONFIG_NO_FOLDER, "PILCROW_PROMPTS"));
        }
        Optional<Remark> all = problems.stream().reduce((first, next) -> Remark.of(Phrase.CONFIG_TWO, first, next));
        if (all.isPresent()) {
            throw new BadUseException(Phrase.CONFIG_WRONG, all.get());
        }
        return config;
    }

    /// The file of the article that is asked about when no other is given.
    public Optional<String> article() {
        return Optional.ofNullable(settings.get("PILCROW_ARTICLE"));
    }

    /// The folder whose files replace packaged prompts.
    public Optional<Path> prompts() {
        return Optional.ofNullable(settings.get("PILCROW_PROMPTS")).map(Path::of);
    }

    /// The folder for what can be made again, such as vectors: the one that is set, or else the user's. When that cannot
    /// be written, one among the temporary files.
    public Path cache() {
        Optional<Path> own = Optional.ofNullable(settings.get("PILCROW_CACHE")).map(Path::of);
        return own.or(this::usersCache).filter(Config::isWritable).orElseGet(
                () -> Path.of(System.getProperty("java.io.tmpdir"), "pilcrow-" + System.getProperty("user.name")));
    }

    private Optional<Path> usersCache() {
        return Optional.ofNullable(settings.get("XDG_CACHE_HOME")).filter(home -> home.startsWith("/")).map(Path::of)
                .or(() -> Optional.ofNullable(settings.get("HOME")).map(home -> Path.of(home, ".cache")))
                .map(caches -> caches.resolve("pilcrow"));
    }

    private static boolean isWritable(Path folder) {
        try {
            return Files.isWritable(Files.createDirectories(folder));
        } catch (IOException unwritable) {
            return false;
        }
    }
}
