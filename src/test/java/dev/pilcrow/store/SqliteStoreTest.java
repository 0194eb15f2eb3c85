package dev.pilcrow.store;

import dev.pilcrow.Secret;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/// The contract on a SQLite file.
class SqliteStoreTest extends StoreContract {

    @TempDir
    private Path folder;

    @Override
    Secret url() {
        return new Secret("jdbc:sqlite:" + folder.resolve("data/pilcrow.db"));
    }
}
