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
    /// Lanes that have the same lock; a few, so that the locks of a large batch fit into the server's memory.
    private static final int STRIPES = 64;
    /// Tells the locks of lanes from other locks in the database.
    private static final int LANES = 0x50494c43;

    /// Asked for at first, as the migration would try for long.
    private static final String WRITABLE = """
            SELECT current_setting('transaction_read_only') = 'off' AND (to_regclass('%s') IS NOT NULL
                OR COALESCE(has_schema_privilege(current_schema(), 'CREATE'), FALSE))""".formatted(Schema.HISTORY);

    private final PostgresSource source;
    private final OwnerLocks owners;
    private final List<String> secrets;

    private PostgresServer(PostgresSource source, List<String> secrets) {
        this.source = source;
        this.secrets = secrets;
        owners = new OwnerLocks(source);
    }

    /// The database at an address, which is not connected to yet.
    static PostgresServer at(String address) throws StoreException {
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
        return new PostgresServer(new PostgresSource(place, given), secrets);
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
                ResultSet rows = statement.executeQuery(WRITABLE)) {
            if (!rows.next() || !rows.getBoolean(1)) {
                throw new StoreException(Problem.UNWRITABLE, "no table may be made there");
            }
        }
    }

    @Override
    public DataSource source() {
        return source;
    }

    @Override
    public int connections() {
        return CONNECTIONS;
    }

    /// Not long, as the server may be away.
    @Override
    public Duration patience() {
        return Duration.ofSeconds(5);
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
            case "42" -> state.equals("42501") ? Problem.UNWRITABLE : null;
            default -> null;
        };
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

    /// In the order of their numbers, so that two that take several never wait for each other.
    private static void take(Handle transaction, IntStream stripes) {
        stripes.distinct().sorted()
                .forEach(stripe -> transaction.createQuery("SELECT pg_advisory_xact_lock(:lanes, :stripe)")
                        .bind("lanes", LANES).bind("stripe", stripe).mapToMap().list());
    }

    @Override
    public void hold(String owner, boolean sure) throws SQLException {
        owners.hold(owner, sure);
    }

    @Override
    public Set<String> dead(Handle handle, Set<String> candidates) {
        Set<Long> held = OwnerLocks.held(handle);
        return candidates.stream().filter(owner -> !held.contains(OwnerLocks.number(owner)))
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
        owners.close();
    }
}
