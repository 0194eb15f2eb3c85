package dev.pilcrow.store;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pilcrow.store.BackupException.Problem;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/// Puts what {@link Backup} wrote into an empty store: all or nothing. Thread-safe.
///
/// Nobody has claimed what was being worked on, so whoever starts takes it up. New rows get numbers far beyond those that
/// were ever given, also after the backup: a button under a message that the store no longer knows of must not open what
/// another one was given.
public final class Restoration {

    /// Numbers that are left out.
    static final long GAP = 1_000_000;

    /// Rows, and bytes of them, that are written at a time.
    private static final int ROWS = 500;
    private static final int BYTES = 4 << 20;

    private final Transactions sql;

    Restoration(Transactions sql) {
        this.sql = sql;
    }

    /// Makes sure that a file is a whole backup.
    ///
    /// @return how many rows
    /// @throws BackupException when it is none
    public static long check(Path file) {
        return BackupReader.read(file, new BackupReader.Content() {
            @Override
            public void begins(BackedUp table, long last) {
            }

            @Override
            public void row(JsonNode row, int bytes) {
            }
        });
    }

    /// Restores a file.
    ///
    /// @return how many rows
    /// @throws BackupException when it is no whole backup, or the store is not empty
    public long restore(Path file) {
        return sql.write(handle -> {
            sql.database().alone(handle, BackedUp.names());
            if (BackedUp.names().stream().anyMatch(table -> isUsed(handle, table))) {
                throw new BackupException(Problem.NOT_EMPTY);
            }
            Rows rows = new Rows(handle, sql.database());
            long all = BackupReader.read(file, rows);
            rows.end();
            handle.execute("UPDATE inbox SET owner = NULL, lease_until = 0 WHERE owner IS NOT NULL");
            new Lanes(handle, sql.database()).mend();
            return all;
        });
    }

    private static boolean isUsed(Handle handle, String table) {
        return handle.createQuery("SELECT EXISTS (SELECT 1 FROM %s)".formatted(table)).mapTo(Boolean.class).one();
    }

    /// The rows on their way into the tables.
    private static final class Rows implements BackupReader.Content {

        private final Handle handle;
        private final Database database;
        private final Map<String, Long> last = new LinkedHashMap<>();
        private @Nullable BackedUp table;
        private @Nullable PreparedBatch batch;
        private int bytes;

        Rows(Handle handle, Database database) {
            this.handle = handle;
            this.database = database;
        }

        @Override
        public void begins(BackedUp next, long lastNumber) {
            flush();
            table = next;
            if (next.numbered()) {
                last.put(next.name(), lastNumber);
            }
        }

        @Override
        public void row(JsonNode row, int length) {
            BackedUp into = Objects.requireNonNull(table);
            PreparedBatch some = batch;
            if (some == null) {
                some = handle.prepareBatch(into.insertion(into.numbered() ? database.overriding() : ""));
                batch = some;
            }
            for (int i = 0; i < into.columns().size(); i++) {
                into.columns().get(i).bind(row.get(i), some, i);
            }
            some.add();
            bytes += length;
            if (some.size() >= ROWS || bytes >= BYTES) {
                flush();
            }
        }

        private void flush() {
            if (batch != null) {
                batch.execute();
                batch.close();
            }
            batch = null;
            bytes = 0;
        }

        void end() {
            flush();
            last.forEach((name, number) -> {
                long largest = handle.createQuery("SELECT COALESCE(max(id), 0) FROM " + name).mapTo(Long.class).one();
                database.continueAfter(handle, name, Math.max(number, largest) + GAP);
            });
        }
    }
}
