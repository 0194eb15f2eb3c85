package dev.pilcrow.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;

/// The way of every table to its database. Thread-safe.
///
/// An interrupt that is there already does not disturb the work, and is still there afterwards: what was worked on must be
/// written down when it is stopped. One that comes during the work may make it fail.
final class Transactions implements AutoCloseable {

    private final Database database;
    private final HikariDataSource pool;
    private final Jdbi jdbi;

    Transactions(Database database) {
        this.database = database;
        HikariConfig config = new HikariConfig();
        config.setPoolName("store");
        config.setDataSource(database.source());
        config.setMaximumPoolSize(database.connections());
        config.setConnectionInitSql(database.greeting());
        config.setReadOnly(database.use() == Database.Use.READ);
        config.setConnectionTimeout(database.patience().toMillis());
        config.setInitializationFailTimeout(-1);
        pool = new HikariDataSource(config);
        jdbi = Jdbi.create(pool);
        jdbi.registerArgument(new CleanText());
    }

    Database database() {
        return database;
    }

    /// Reads.
    <T> T read(Function<Handle, T> work) {
        return guarded(() -> jdbi.withHandle(work::apply));
    }

    /// Reads with several statements what is there at one time, in a store that is only read.
    <T> T snapshot(Function<Handle, T> work) {
        return guarded(() -> jdbi.inTransaction(work::apply));
    }

    /// Writes all or nothing; when it returns, it is on disk.
    <T> T write(Function<Handle, T> work) {
        return guarded(() -> jdbi.inTransaction(work::apply));
    }

    /// Writes with one statement that gives nothing back.
    void execute(String statement, Object... values) {
        write(handle -> handle.execute(statement, values));
    }

    /// Shows that an owner is alive; see {@link Database#hold}.
    void hold(String owner, boolean sure) {
        guarded(() -> {
            database.hold(owner, sure);
            return owner;
        });
    }

    /// Has this process a duty? See {@link Database#has}.
    boolean has(String duty) {
        return guarded(() -> database.has(duty));
    }

    /// Gives a duty back.
    void release(String duty) {
        guarded(() -> {
            database.release(duty);
            return duty;
        });
    }

    private interface Work<T> {
        T run() throws SQLException;
    }

    private <T> T guarded(Work<T> work) {
        boolean interrupted = Thread.interrupted();
        try {
            return work.run();
        } catch (JdbiException e) {
            throw failure(e);
        } catch (SQLException e) {
            throw failure(e);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /// The failure in the words of the database; a statement's own exception would show what readers wrote.
    private StoreFailure failure(Throwable thrown) {
        String message = thrown.getClass().getSimpleName();
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException failure) {
                message = failure.getMessage() + " (" + failure.getSQLState() + ", " + failure.getErrorCode() + ")";
            }
        }
        return new StoreFailure(database.scrubbed(message));
    }

    @Override
    public void close() {
        pool.close();
        database.close();
    }
}
