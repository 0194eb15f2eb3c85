package dev.pilcrow.store;

import dev.pilcrow.store.StoreException.Problem;
import java.sql.SQLException;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfoService;
import org.flywaydb.core.api.pattern.ValidatePattern;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// The tables, brought to the form that this program knows. When several processes start at once, one does it and the
/// others wait.
final class Schema {

    /// The table that tells which migrations were run; whoever lacks it is not ours.
    static final String HISTORY = "pilcrow_schema";

    private static final String LATEST = "latest";

    private Schema() {
    }

    static void migrate(Database database) throws StoreException {
        migrate(database, LATEST);
    }

    /// @param version the last migration that is run
    static void migrate(Database database, String version) throws StoreException {
        try {
            flyway(database, version).migrate();
        } catch (FlywayException e) {
            throw failure(database, e);
        }
    }

    /// Makes sure that the tables have the form that this program knows, and changes nothing.
    static void check(Database database) throws StoreException {
        try {
            MigrationInfoService known = flyway(database, LATEST).info();
            if (known.current() == null) {
                throw new StoreException(Problem.MISSING, "it has no tables yet");
            }
            if (Stream.of(known.applied()).anyMatch(one -> !one.getState().isResolved())) {
                throw new StoreException(Problem.NEWER, "it has tables of a newer version");
            }
            if (known.pending().length > 0) {
                throw new StoreException(Problem.OLDER, "its tables are not up to date");
            }
        } catch (FlywayException e) {
            throw failure(database, e);
        }
    }

    /// The number of the newest migration that was run.
    static int version(Handle handle) {
        return handle.createQuery("SELECT COALESCE(max(CAST(version AS INTEGER)), 0) FROM " + HISTORY)
                .mapTo(Integer.class).one();
    }

    /// @param version the last migration that it knows
    private static Flyway flyway(Database database, String version) {
        return Flyway.configure().dataSource(database.source()).locations("classpath:" + database.migrations())
                .table(HISTORY).target(version).ignoreMigrationPatterns(new ValidatePattern[0]).cleanDisabled(true)
                .loggers("slf4j")
                .load();
    }

    private static StoreException failure(Database database, FlywayException thrown) {
        SQLException root = root(thrown);
        Problem known = root == null ? null : database.problem(root);
        String reason = root == null ? thrown.getMessage() : root.getMessage();
        return new StoreException(known == null ? Problem.NOT_OURS : known,
                database.scrubbed(String.valueOf(reason)));
    }

    private static @Nullable SQLException root(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException found) {
                return found;
            }
        }
        return null;
    }
}
