package dev.pilcrow;

import dev.pilcrow.store.StoreException;
import dev.pilcrow.wording.BadUseException;
import dev.pilcrow.wording.Phrase;
import dev.pilcrow.wording.Remark;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The setting of the database: a SQLite file or a PostgreSQL database.
///
/// @param url its JDBC address, with the whole path of a file; it may carry a password. None when it is wrong, or when
///        none is set and the user has no folder
/// @param file the SQLite file
/// @param problems what the operator has to change
record StoreConfig(Optional<Secret> url, Optional<Path> file, List<Remark> problems) {

    static final String STORE = "PILCROW_STORE";
    private static final String SQLITE = "jdbc:sqlite:";
    private static final String POSTGRESQL = "jdbc:postgresql:";
    private static final String HOME = "~/";

    StoreConfig {
        problems = List.copyOf(problems);
    }

    /// @param folder that which relative paths begin in
    static StoreConfig read(Map<String, String> settings, Path folder) {
        String set = settings.getOrDefault(STORE, "").strip();
        if (set.isEmpty()) {
            return new StoreConfig(usual(settings));
        }
        if (set.startsWith(POSTGRESQL) && set.length() > POSTGRESQL.length()) {
            return new StoreConfig(Optional.of(new Secret(set)), Optional.empty(), List.of());
        }
        Optional<Path> file = set.startsWith(SQLITE)
                ? file(set.substring(SQLITE.length()), settings, folder)
                : Optional.empty();
        return file.isPresent()
                ? new StoreConfig(file)
                : new StoreConfig(Optional.empty(), Optional.empty(), List.of(Remark.of(Phrase.CONFIG_STORE, STORE)));
    }

    private StoreConfig(Optional<Path> file) {
        this(file.map(path -> new Secret(SQLITE + path)), file, List.of());
    }

    /// The address, for a command that is about the database.
    ///
    /// @throws BadUseException when there is none
    Secret required() throws BadUseException {
        return url.orElseThrow(() -> new BadUseException(Phrase.CONFIG_WRONG, Remark.of(Phrase.CONFIG_STORE, STORE)));
    }

    /// What it is called to the operator: its file, or the name of the setting.
    String name() {
        return file.map(Path::toString).orElse(STORE);
    }

    /// What an operator is told when it cannot be opened.
    Remark told(StoreException.Problem problem) {
        return switch (problem) {
            case IN_USE -> Remark.of(Phrase.STORE_IN_USE, name());
            case UNREACHABLE -> Remark.of(Phrase.STORE_UNREACHABLE);
            case UNWRITABLE -> Remark.of(Phrase.STORE_UNWRITABLE, name());
            case UNREADABLE -> Remark.of(Phrase.STORE_UNREADABLE, name());
            case MISSING -> Remark.of(Phrase.STORE_MISSING, name());
            case OLDER -> Remark.of(Phrase.STORE_OLDER, name());
            case NEWER -> Remark.of(Phrase.STORE_NEWER, name());
            case NOT_OURS -> Remark.of(Phrase.STORE_NOT_OURS, name());
            case WRONG_URL -> Remark.of(Phrase.STORE_WRONG_URL);
        };
    }

    /// A file in the user's data folder, so that one that runs from its sources keeps nothing among them.
    private static Optional<Path> usual(Map<String, String> settings) {
        return absolute(settings.get("XDG_DATA_HOME"))
                .or(() -> home(settings).map(home -> home.resolve(".local/share")))
                .map(data -> data.resolve("pilcrow/pilcrow.db"));
    }

    /// What is no file of its own, such as `:memory:`, or carries parameters, is none.
    private static Optional<Path> file(String path, Map<String, String> settings, Path folder) {
        if (path.isEmpty() || path.startsWith(":") || path.startsWith("file:") || path.contains("?")
                || path.endsWith("/")) {
            return Optional.empty();
        }
        try {
            return path.startsWith(HOME)
                    ? home(settings).map(home -> home.resolve(path.substring(HOME.length())))
                    : Optional.of(folder.resolve(path).toAbsolutePath());
        } catch (InvalidPathException _) {
            return Optional.empty();
        }
    }

    private static Optional<Path> home(Map<String, String> settings) {
        return absolute(settings.getOrDefault("HOME", System.getProperty("user.home")));
    }

    private static Optional<Path> absolute(@Nullable String folder) {
        return Optional.ofNullable(folder).filter(path -> path.startsWith("/")).map(Path::of);
    }
}
