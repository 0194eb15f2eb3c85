package dev.pilcrow.store;

import dev.pilcrow.store.StoreException.Problem;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.postgresql.Driver;

/// A PostgreSQL database that many processes may share. Thread-safe.
final class PostgresServer implements Database {

    static final String PREFIX = "jdbc:postgresql:";
    private static final int CONNECTIONS = 8;
    /// For who only reads, or writes for a moment.
    private static final int FEW = 2;
    /// Lanes that have the same lock; a few, so that the locks of a large batch fit into the server's memory.
    private static final int STRIPES = 64;
    /// Tells the locks of lanes from other locks in the database.
    private static final int LANES = 0x50494c43;
    private static final String DUTY = "duty ";

    /// Asked for at first, as the migration would try for long.
    private static final String WRITABLE = """
            SELECT current_setting('transaction_read_only') = 'off' AND (to_regclass('%s') IS NOT NULL
                OR COALESCE(has_schema_privilege(current_schema(), 'CREATE'), FALSE))""".formatted(Schema.HISTORY);

    private static final String THERE = "SELECT to_regclass('%s') IS NOT NULL".formatted(Schema.HISTORY);

    private final PostgresSource source;
    private final Use use;
    private final SessionLocks locks;
    private final String self = UUID.randomUUID().toString();
    private final List<String> secrets;

    private PostgresServer(PostgresSource source, Use use, List<String> secrets) {
        this.source = source;
        this.use = use;
        this.secrets = secrets;
        locks = new SessionLocks(source);
    }

    /// The database at an address, which is not connected to yet.
    static PostgresServer at(String address, Use use) throws StoreException {
        int mark = address.indexOf('?');
        String place = mark < 0 ? address : address.substring(0, mark);
        if (!isReadable(address.substring(place.length()))) {
            throw new StoreException(Problem.WRONG_URL, "a % in what is behind the ? is written %25");
        }
        if (place.contains("@")) {
            throw new StoreException(Problem.WRONG_URL,
                    "user and password are written behind the address: ?user=…&password=…");
        }
        Properties given = Driver.parseURL(address, null);
        if (given == null) {
            throw new StoreException(Problem.WRONG_URL,
                    "no PostgreSQL address: " + PREFIX + "//host:port/database?user=…");
        }
        List<String> secrets = given.stringPropertyNames().stream().filter(name -> name.contains("password"))
                .map(given::getProperty).filter(value -> !value.isEmpty()).toList();
        return new PostgresServer(new PostgresSource(place, given, use), use, secrets);
    }

    /// The driver would log what it cannot read, which may be a password.
    private static boolean isReadable(String parameters) {
        try {
            return URLDecoder.decode(parameters, StandardCharsets.UTF_8) != null;
        } catch (IllegalArgumentException _) {
            return false;
        }
    }

    @Override
    public void probe() throws SQLException, StoreException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(use == Use.READ ? THERE : WRITABLE)) {
            if (!rows.next() || !rows.getBoolean(1)) {
                throw use == Use.READ
                        ? new StoreException(Problem.MISSING, "it has no tables yet")
                        : new StoreException(Problem.UNWRITABLE, "no table may be made there");
            }
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
        return true;
    }

    @Override
    public int connections() {
        return use == Use.WRITE ? CONNECTIONS : FEW;
    }

    /// Not long, as the server may be away.
    @Override
    public Duration patience() {
        return Duration.ofSeconds(5);
    }

    /// A process that stands still within a transaction has its locks no longer than one that is gone.
    @Override
    public @Nullable String greeting() {
        return use == Use.READ ? null : "SET idle_in_transaction_session_timeout = '10s'";
    }

    @Override
    public String migrations() {
        return "store/postgresql";
    }

    @Override
    public @Nullable Problem problem(SQLException failure) {
        String state = failure.getSQLState();
        if (state == null) {
            return null;
        }
        return switch (state.length() < 2 ? state : state.substring(0, 2)) {
            case "08", "28", "3D", "53", "57" -> Problem.UNREACHABLE;
            case "25" -> Problem.UNWRITABLE;
            case "42" ->
                state.equals("42501") ? use == Use.READ ? Problem.UNREADABLE : Problem.UNWRITABLE : null;
            default -> null;
        };
    }

    @Override
    public String before(String column, char character) {
        return "split_part(%s, '%s', 1)".formatted(column, character);
    }

    @Override
    public String skippingLocked() {
        return " FOR UPDATE SKIP LOCKED";
    }

    @Override
    public void lock(Handle transaction, Collection<String> lanes) {
        take(transaction, lanes.stream().mapToInt(lane -> Math.floorMod(lane.hashCode(), STRIPES)));
    }

    @Override
    public void lockAll(Handle transaction) {
        take(transaction, IntStream.range(0, STRIPES));
    }

    @Override
    public void alone(Handle transaction, List<String> tables) {
        transaction.execute("LOCK TABLE %s IN EXCLUSIVE MODE".formatted(String.join(", ", tables)));
    }

    @Override
    public String overriding() {
        return " OVERRIDING SYSTEM VALUE";
    }

    @Override
    public long lastNumber(Handle handle, String table) {
        return handle.createQuery("SELECT COALESCE(pg_sequence_last_value(pg_get_serial_sequence(:table, 'id')), 0)")
                .bind("table", table).mapTo(Long.class).one();
    }

    @Override
    public void continueAfter(Handle transaction, String table, long last) {
        transaction.createQuery("SELECT setval(pg_get_serial_sequence(:table, 'id'), :last)").bind("table", table)
                .bind("last", last).mapTo(Long.class).one();
    }

    /// In the order of their numbers, so that two that take several never wait for each other.
    private static void take(Handle transaction, IntStream stripes) {
        stripes.distinct().sorted()
                .forEach(stripe -> transaction.createQuery("SELECT pg_advisory_xact_lock(:lanes, :stripe)")
                        .bind("lanes", LANES).bind("stripe", stripe).mapToMap().list());
    }

    @Override
    public void hold(String owner, boolean sure) throws SQLException {
        locks.hold(owner, sure);
    }

    @Override
    public boolean has(String duty) throws SQLException {
        return locks.hold(DUTY + duty, true);
    }

    @Override
    public void release(String duty) throws SQLException {
        locks.release(DUTY + duty);
    }

    @Override
    public void tell(Handle transaction, News news) {
        transaction.createQuery("SELECT pg_notify(:channel, :words)").bind("channel", PostgresEar.CHANNEL)
                .bind("words", PostgresEar.words(news, self)).mapToMap().list();
    }

    @Override
    public Hearing hear(Consumer<News> listener) {
        PostgresEar ear = new PostgresEar(source, self, listener);
        ear.start();
        return ear;
    }

    @Override
    public Set<String> dead(Handle handle, Set<String> candidates) {
        if (!locks.tells()) {
            return Set.of();
        }
        Set<Long> held = SessionLocks.held(handle);
        return candidates.stream().filter(owner -> !held.contains(SessionLocks.number(owner)))
                .collect(Collectors.toSet());
    }

    @Override
    public String scrubbed(String text) {
        String scrubbed = text;
        for (String secret : secrets) {
            scrubbed = scrubbed.replace(secret, "[REDACTED]");
        }
        return scrubbed;
    }

    @Override
    public void close() {
        locks.close();
    }
}
