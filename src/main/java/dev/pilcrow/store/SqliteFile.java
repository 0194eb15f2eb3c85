package dev.pilcrow.store;

import dev.pilcrow.store.StoreException.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Collection;
import java.util.Set;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;
import org.sqlite.SQLiteErrorCode;

/// A SQLite file that this process alone has open. What is committed is on disk: journal in a file beside it, written
/// through at every commit. Thread-safe.
final class SqliteFile implements Database {

    static final String PREFIX = "jdbc:sqlite:";
    /// How long another program, such as one that copies the file, may keep it locked.
    private static final int BUSY_MILLIS = 5_000;

    private static final String LETTERS = "SQLite format 3\0";
    /// Length of the head of a database's file, which begins with the letters.
    private static final int HEAD = 100;

    private final Path file;
    private final FileHold hold;
    private final SQLiteDataSource source;

    private SqliteFile(Path file, FileHold hold) {
        this.file = file;
        this.hold = hold;
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        config.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
        config.setBusyTimeout(BUSY_MILLIS);
        config.enforceForeignKeys(true);
        source = new SQLiteDataSource(config);
        source.setUrl(PREFIX + file);
    }

    /// The file at an address, which is made if there is none.
    static SqliteFile at(String address) throws StoreException {
        String name = address.substring(PREFIX.length());
        if (name.isBlank() || name.startsWith(":") || name.startsWith("file:") || name.contains("?")) {
            throw new StoreException(Problem.WRONG_URL,
                    PREFIX + " is followed by the path of a file, and nothing more");
        }
        FileHold hold = FileHold.of(name);
        return new SqliteFile(hold.file(), hold);
    }

    /// Looks into the file as it is: it must be whole, and empty or one of ours.
    @Override
    public void probe() throws SQLException, StoreException {
        if (!isEmptyOrDatabase()) {
            throw new StoreException(Problem.NOT_OURS, "the file is no database");
        }
        SQLiteDataSource plain = new SQLiteDataSource();
        plain.setUrl(PREFIX + file);
        try (Connection connection = plain.getConnection(); Statement statement = connection.createStatement()) {
            String state = text(statement, "PRAGMA quick_check(1)");
            if (!state.equals("ok")) {
                throw new StoreException(Problem.NOT_OURS, "the file is damaged: " + state);
            }
            String kind = text(statement, "SELECT CASE count(*) WHEN 0 THEN 'new' ELSE max(name = '" + Schema.HISTORY
                    + "') END FROM sqlite_schema");
            if (kind.equals("0")) {
                throw new StoreException(Problem.NOT_OURS, "the file is another program's database");
            }
        }
    }

    /// SQLite would take a file of a few bytes for an empty one, and write over it.
    private boolean isEmptyOrDatabase() throws StoreException {
        try (InputStream bytes = Files.newInputStream(file)) {
            byte[] head = bytes.readNBytes(HEAD);
            return head.length == 0
                    || head.length == HEAD && new String(head, StandardCharsets.US_ASCII).startsWith(LETTERS);
        } catch (IOException e) {
            throw new StoreException(Problem.UNWRITABLE, String.valueOf(e.getMessage()));
        }
    }

    private static String text(Statement statement, String query) throws SQLException {
        try (ResultSet rows = statement.executeQuery(query)) {
            return rows.next() ? rows.getString(1) : "";
        }
    }

    @Override
    public DataSource source() {
        return source;
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
    public String migrations() {
        return "store/sqlite";
    }

    @Override
    public @Nullable Problem problem(SQLException failure) {
        SQLiteErrorCode code = SQLiteErrorCode.getErrorCode(failure.getErrorCode() & 0xff);
        return switch (code) {
            case SQLITE_BUSY, SQLITE_LOCKED -> Problem.IN_USE;
            case SQLITE_CANTOPEN, SQLITE_READONLY, SQLITE_PERM, SQLITE_AUTH, SQLITE_IOERR, SQLITE_FULL ->
                Problem.UNWRITABLE;
            case SQLITE_NOTADB, SQLITE_CORRUPT -> Problem.NOT_OURS;
            default -> null;
        };
    }

    @Override
    public String skippingLocked() {
        return "";
    }

    /// There is one connection, so nobody else is there.
    @Override
    public void lock(Handle transaction, Collection<String> lanes) {
    }

    @Override
    public void lockAll(Handle transaction) {
    }

    @Override
    public void hold(String owner, boolean sure) {
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
        hold.close();
    }
}
