package dev.pilcrow.store;

import dev.pilcrow.Secret;
import dev.pilcrow.store.StoreException.Problem;
import java.sql.SQLException;
import java.time.InstantSource;

/// The database: a SQLite file of one process, or a PostgreSQL database of one or more. Thread-safe. What a method of a
/// table has written is committed and on disk when it returns.
public final class Store implements AutoCloseable {

    private final Transactions sql;
    private final InstantSource clock;

    private Store(Transactions sql, InstantSource clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /// Opens the database, and brings its tables up to date. A SQLite file and its folder are made if need be, and belong to
    /// this process until the store is closed or the process ends.
    ///
    /// @param url `jdbc:sqlite:path` or `jdbc:postgresql://host:port/database?user=…&password=…`; it is never shown
    /// @throws StoreException when it cannot be opened, for a reason that an operator can mend
    public static Store open(Secret url, InstantSource clock) throws StoreException {
        Database database = Database.at(url);
        boolean open = false;
        try {
            database.probe();
            Schema.migrate(database);
            Store store = new Store(new Transactions(database), clock);
            open = true;
            return store;
        } catch (SQLException e) {
            Problem problem = database.problem(e);
            throw new StoreException(problem == null ? Problem.UNREACHABLE : problem,
                    database.scrubbed(String.valueOf(e.getMessage())));
        } finally {
            if (!open) {
                database.close();
            }
        }
    }

    public InboxTable inbox() {
        return new InboxTable(sql, clock);
    }

    public AnswerTable answers() {
        return new AnswerTable(sql, clock);
    }

    public TurnTable turns() {
        return new TurnTable(sql, clock);
    }

    public FeedbackTable feedback() {
        return new FeedbackTable(sql, clock);
    }

    public ArticleTable articles() {
        return new ArticleTable(sql);
    }

    public ChatTable chats() {
        return new ChatTable(sql);
    }

    public ThreadTable threads() {
        return new ThreadTable(sql);
    }

    /// The way to its database, for tests.
    Transactions transactions() {
        return sql;
    }

    /// Asks the database for something small.
    ///
    /// @throws StoreFailure when it does not answer
    public void check() {
        sql.read(handle -> handle.createQuery("SELECT count(*) FROM chat").mapTo(Integer.class).one());
    }

    /// Ends everything; a method that is called later throws.
    @Override
    public void close() {
        sql.close();
    }
}
