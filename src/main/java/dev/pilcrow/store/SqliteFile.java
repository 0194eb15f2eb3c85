package dev.pilcrow.store;

import dev.pilcrow.store.StoreException.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;
import org.sqlite.SQLiteErrorCode;

/// A SQLite file that this process alone has open, or one that is read while another has. What is committed is on disk:
/// journal in a file beside it, written through at every commit. Thread-safe.
final class SqliteFile implements Database {

    static final String PREFIX = "jdbc:sqlite:";
    /// How long another program, such as one that copies the file, may keep it locked.
    private static final int BUSY_MILLIS = 5_000;

    private static final String WHOLE = "ok";
    private static final String LETTERS = "SQLite format 3\0";
    /// Length of the head of a database's file, which begins with the letters.
    private static final int HEAD = 100;

    private final Path file;
    private final Use use;
    /// None where another process may have it.
    private final @Nullable FileHold hold;
    private final SQLiteDataSource source;

    private SqliteFile(Path file, Use use, @Nullable FileHold hold) {
        this.file = file;
        this.use = use;
        this.hold = hold;
        source = new SQLiteDataSource(use == Use.READ ? reading() : writing());
        source.setUrl(PREFIX + file);
    }

    private static SQLiteConfig writing() {
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        config.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
        config.setBusyTimeout(BUSY_MILLIS);
        config.enforceForeignKeys(true);
        return config;
    }

    private static SQLiteConfig reading() {
        SQLiteConfig config = new SQLiteConfig();
        config.setReadOnly(true);
        config.setBusyTimeout(BUSY_MILLIS);
        return config;
    }

    /// The file at an address, which is made if there is none.
    static SqliteFile at(String address) throws StoreException {
        FileHold hold = FileHold.of(name(address));
        return new SqliteFile(hold.file(), Use.WRITE, hold);
    }

    /// The file at an address, which another process may have open.
    static SqliteFile sharedAt(String address, Use use) throws StoreException {
        try {
            return new SqliteFile(Path.of(name(address)).toAbsolutePath().normalize(), use, null);
        } catch (InvalidPathException e) {
            throw new StoreException(Problem.MISSING, String.valueOf(e.getMessage()));
        }
    }

    private static String name(String address) throws StoreException {
        String name = address.substring(PREFIX.length());
        if (name.isBlank() || name.startsWith(":") || name.startsWith("file:") || name.contains("?")) {
            throw new StoreException(Problem.WRONG_URL,
                    PREFIX + " is followed by the path of a file, and nothing more");
        }
        return name;
    }

    /// Looks into the file as it is: it must be whole, and empty or one of ours. Where it is only read, it must be there,
    /// and what is damaged comes to light as it is read.
    @Override
    public void probe() throws SQLException, StoreException {
        if (hold == null && !Files.isRegularFile(file)) {
            throw new StoreException(Problem.MISSING, file + " is not there");
        }
        if (!isEmptyOrDatabase()) {
            throw new StoreException(Problem.NOT_OURS, "the file is no database");
        }
        try (Connection connection = hold == null ? source.getConnection() : plain().getConnection();
                Statement statement = connection.createStatement()) {
            String state = hold == null ? WHOLE : text(statement, "PRAGMA quick_check(1)");
            if (!state.equals(WHOLE)) {
                throw new StoreException(Problem.NOT_OURS, "the file is damaged: " + state);
            }
            String kind = text(statement, "SELECT CASE count(*) WHEN 0 THEN 'new' ELSE max(name = '" + Schema.HISTORY
                    + "') END FROM sqlite_schema");
            if (kind.equals("0")) {
                throw new StoreException(Problem.NOT_OURS, "the file is another program's database");
            }
        }
    }

    private SQLiteDataSource plain() {
        SQLiteDataSource plain = new SQLiteDataSource();
        plain.setUrl(PREFIX + file);
        return plain;
    }

    /// SQLite would take a file of a few bytes for an empty one, and write over it.
    private boolean isEmptyOrDatabase() throws StoreException {
        try (InputStream bytes = Files.newInputStream(file)) {
            byte[] head = bytes.readNBytes(HEAD);
            return head.length == 0
                    || head.length == HEAD && new String(head, StandardCharsets.US_ASCII).startsWith(LETTERS);
        } catch (IOException e) {
            throw new StoreException(shut(), String.valueOf(e.getMessage()));
        }
    }

    private static String text(Statement statement, String query) throws SQLException {
        try (ResultSet rows = statement.executeQuery(query)) {
            return rows.next() ? rows.getString(1) : "";
        }
    }

    @Override
    public Use use() {
        return use;
    }

    @Override
    public DataSource source() {
        return source;
    }

    @Override
    public boolean isShared() {
        return false;
    }

    @Override
    public int connections() {
        return 1;
    }

    /// Long, as many may wait for the one connection while the disk is slow.
    @Override
    public Duration patience() {
        return Duration.ofSeconds(30);
    }

    @Override
    public @Nullable String greeting() {
        return null;
    }

    @Override
    public String migrations() {
        return "store/sqlite";
    }

    @Override
    public @Nullable Problem problem(SQLException failure) {
        SQLiteErrorCode code = SQLiteErrorCode.getErrorCode(failure.getErrorCode() & 0xff);
        return switch (code) {
            case SQLITE_BUSY, SQLITE_LOCKED -> Problem.IN_USE;
            case SQLITE_CANTOPEN, SQLITE_READONLY, SQLITE_PERM, SQLITE_AUTH, SQLITE_IOERR, SQLITE_FULL -> shut();
            case SQLITE_NOTADB, SQLITE_CORRUPT -> Problem.NOT_OURS;
            default -> null;
        };
    }

    private Problem shut() {
        return use == Use.READ ? Problem.UNREADABLE : Problem.UNWRITABLE;
    }

    @Override
    public String before(String column, char character) {
        return "substr(%s, 1, instr(%s, '%s') - 1)".formatted(column, column, character);
    }

    @Override
    public String skippingLocked() {
        return "";
    }

    /// One transaction at a time writes, whichever process it is of.
    @Override
    public void lock(Handle transaction, Collection<String> lanes) {
    }

    @Override
    public void lockAll(Handle transaction) {
    }

    @Override
    public void alone(Handle transaction, List<String> tables) {
    }

    @Override
    public String overriding() {
        return "";
    }

    @Override
    public long lastNumber(Handle handle, String table) {
        return handle.createQuery("SELECT COALESCE(max(seq), 0) FROM sqlite_sequence WHERE name = :table")
                .bind("table", table).mapTo(Long.class).one();
    }

    @Override
    public void continueAfter(Handle transaction, String table, long last) {
        transaction.execute("DELETE FROM sqlite_sequence WHERE name = ?", table);
        transaction.execute("INSERT INTO sqlite_sequence (name, seq) VALUES (?, ?)", table, last);
    }

    @Override
    public void hold(String owner, boolean sure) {
    }

    @Override
    public boolean has(String duty) {
        return true;
    }

    @Override
    public void release(String duty) {
    }

    @Override
    public void tell(Handle transaction, News news) {
    }

    @Override
    public Hearing hear(Consumer<News> listener) {
        return () -> {
        };
    }

    @Override
    public Set<String> dead(Handle handle, Set<String> owners) {
        return owners;
    }

    @Override
    public String scrubbed(String text) {
        return text;
    }

    @Override
    public void close() {
        if (hold != null) {
            hold.close();
        }
    }
}
