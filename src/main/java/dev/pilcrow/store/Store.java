package dev.pilcrow.store;

import dev.pilcrow.Secret;
import dev.pilcrow.store.StoreException.Problem;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Consumer;

/// The database: a SQLite file of one process, or a PostgreSQL database of one or more. Thread-safe. What a method of a
/// table has written is committed and on disk when it returns.
public final class Store implements AutoCloseable {

    private final Transactions sql;
    private final InstantSource clock;
    private final Optional<LimitTable> limits;

    private Store(Database database, InstantSource clock) {
        this.sql = new Transactions(database);
        this.clock = clock;
        this.limits = database.isShared() && database.use() == Database.Use.WRITE
                ? Optional.of(new LimitTable(database.source(), clock))
                : Optional.empty();
    }

    /// What is made sure of before a database is used.
    @FunctionalInterface
    private interface Check {
        void run(Database database) throws StoreException;
    }

    /// Opens the database, and brings its tables up to date. A SQLite file and its folder are made if need be, and belong to
    /// this process until the store is closed or the process ends.
    ///
    /// @param url `jdbc:sqlite:path` or `jdbc:postgresql://host:port/database?user=…&password=…`; it is never shown
    /// @throws StoreException when it cannot be opened, for a reason that an operator can mend
    public static Store open(Secret url, InstantSource clock) throws StoreException {
        return open(Database.at(url, Database.Use.WRITE), Schema::migrate, clock);
    }

    /// Opens the database to read it while a bot may have it open. Nothing is made and nothing is changed there; methods of
    /// tables that write throw {@link StoreFailure}.
    ///
    /// @param url as for {@link #open}
    /// @throws StoreException when it is not there, or not in the form that this program knows
    public static Store openReadOnly(Secret url, InstantSource clock) throws StoreException {
        return open(Database.at(url, Database.Use.READ), Schema::check, clock);
    }

    /// Opens the database to write in it for a moment while a bot may have it open.
    ///
    /// @param url as for {@link #open}
    /// @throws StoreException when it is not there, or not in the form that this program knows
    public static Store openBeside(Secret url, InstantSource clock) throws StoreException {
        return open(Database.at(url, Database.Use.BESIDE), Schema::check, clock);
    }

    private static Store open(Database database, Check check, InstantSource clock) throws StoreException {
        boolean open = false;
        try {
            database.probe();
            check.run(database);
            Store store = new Store(database, clock);
            open = true;
            return store;
        } catch (SQLException e) {
            throw failure(database, e);
        } finally {
            if (!open) {
                database.close();
            }
        }
    }

    /// This database once more, with connections of its own, to be read only: so whoever reads much holds up nobody here.
    ///
    /// @param url its address
    public Store reading(Secret url) throws StoreException {
        return new Store(Database.at(url, Database.Use.READ), clock);
    }

    private static StoreException failure(Database database, SQLException thrown) {
        Problem problem = database.problem(thrown);
        return new StoreException(problem == null ? Problem.UNREACHABLE : problem,
                database.scrubbed(String.valueOf(thrown.getMessage())));
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

    public InsightTable insights() {
        return new InsightTable(sql);
    }

    public ArticleTable articles() {
        return new ArticleTable(sql, clock);
    }

    public ChatTable chats() {
        return new ChatTable(sql, clock);
    }

    public ThreadTable threads() {
        return new ThreadTable(sql, clock);
    }

    public People people() {
        return new People(sql, clock);
    }

    public Retention retention() {
        return new Retention(sql, clock);
    }

    public Backup backup() {
        return new Backup(sql, clock);
    }

    public Restoration restoration() {
        return new Restoration(sql);
    }

    /// How much was asked of all processes; nothing where there is one process, which can count in memory.
    public Optional<LimitTable> limits() {
        return limits;
    }

    /// Passes on what other processes tell that share the database, on a thread of its own, and all that may have been missed.
    /// With SQLite there are none.
    public Hearing hear(Consumer<News> listener) {
        return sql.database().hear(listener);
    }

    /// Has this process a duty, which only one of those has at a time that share the database? It takes one that nobody has,
    /// and has it until it gives it back, ends, or loses its session with the database; so it is to be asked again and again.
    ///
    /// @throws StoreFailure when nobody can tell, and perhaps another process has it
    public boolean has(String duty) {
        return sql.has(duty);
    }

    /// Gives a duty back, for another process to take.
    public void release(String duty) {
        sql.release(duty);
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
        limits.ifPresent(LimitTable::close);
        sql.close();
    }
}
