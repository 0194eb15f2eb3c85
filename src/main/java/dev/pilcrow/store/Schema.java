package dev.pilcrow.store;

import dev.pilcrow.store.StoreException.Problem;
import java.sql.SQLException;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.pattern.ValidatePattern;
import org.jspecify.annotations.Nullable;

/// The tables, brought to the form that this program knows. When several processes start at once, one does it and the
/// others wait.
final class Schema {

    /// The table that tells which migrations were run; whoever lacks it is not ours.
    static final String HISTORY = "pilcrow_schema";

    private Schema() {
    }

    static void migrate(Database database) throws StoreException {
        try {
            Flyway.configure().dataSource(database.source()).locations("classpath:" + database.migrations())
                    .table(HISTORY).ignoreMigrationPatterns(new ValidatePattern[0]).cleanDisabled(true)
                    .loggers("slf4j").load().migrate();
        } catch (FlywayException e) {
            SQLException root = root(e);
            Problem known = root == null ? null : database.problem(root);
            Problem problem = known == null ? Problem.NOT_OURS : known;
            String reason = root == null ? e.getMessage() : root.getMessage();
            throw new StoreException(problem, database.scrubbed(String.valueOf(reason)));
        }
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
