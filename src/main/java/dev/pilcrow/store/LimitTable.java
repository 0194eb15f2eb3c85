package dev.pilcrow.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.github.bucket4j.distributed.ExpirationAfterWriteStrategy;
import io.github.bucket4j.distributed.jdbc.PrimaryKeyMapper;
import io.github.bucket4j.distributed.proxy.ProxyManager;
import io.github.bucket4j.postgresql.Bucket4jPostgreSQL;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;

/// How much was asked of all processes that share a PostgreSQL database. Thread-safe.
///
/// It has connections of its own, so that nothing else waits when many ask. Whoever has its turn has a connection for
/// itself, and waits for the database alone, not for long. What they write need not be on disk when it is committed, as a
/// limit that a crash of the server sets back by a moment does no harm.
public final class LimitTable implements AutoCloseable {

    private static final int CONNECTIONS = 2;
    private static final Duration PATIENCE = Duration.ofSeconds(1);
    /// For the turn.
    private static final Duration QUEUE = Duration.ofSeconds(10);
    /// A bucket that is full says nothing; it is kept a little longer.
    private static final Duration KEPT_FULL = Duration.ofMinutes(1);
    private static final Duration IDLE = Duration.ofDays(1);

    private final InstantSource clock;
    private final HikariDataSource pool;
    private final Jdbi jdbi;
    private final ProxyManager<String> buckets;
    private final Semaphore turns = new Semaphore(CONNECTIONS, true);

    LimitTable(DataSource source, InstantSource clock) {
        this.clock = clock;
        HikariConfig config = new HikariConfig();
        config.setPoolName("limits");
        config.setDataSource(source);
        config.setMaximumPoolSize(CONNECTIONS);
        config.setMinimumIdle(0);
        config.setConnectionTimeout(PATIENCE.toMillis());
        config.setInitializationFailTimeout(-1);
        config.setConnectionInitSql(
                "SET synchronous_commit = off; SET idle_in_transaction_session_timeout = '2s'");
        pool = new HikariDataSource(config);
        jdbi = Jdbi.create(pool);
        buckets = Bucket4jPostgreSQL.selectForUpdateBasedBuilder(pool).primaryKeyMapper(PrimaryKeyMapper.STRING)
                .table("bucket").idColumn("id").stateColumn("state").expiresAtColumn("expires_at")
                .requestTimeout(PATIENCE).clientClock(new ClockMeter(clock))
                .expirationAfterWrite(
                        ExpirationAfterWriteStrategy.basedOnTimeForRefillingBucketUpToMax(KEPT_FULL))
                .build();
    }

    /// The buckets of limits, by name. What they throw says nothing of the address.
    public ProxyManager<String> buckets() {
        return buckets;
    }

    /// Notes that a person is told that they ask too much.
    ///
    /// @return is it the first time since {@link #forget}, or for a day?
    public boolean tell(String person) {
        long now = clock.millis();
        return write(handle -> handle.createQuery("""
                INSERT INTO told (person, until) VALUES (:person, :until)
                ON CONFLICT (person) DO UPDATE SET until = excluded.until WHERE told.until <= :now RETURNING person""")
                .bind("person", person).bind("until", now + IDLE.toMillis()).bind("now", now).mapTo(String.class)
                .findOne().isPresent());
    }

    /// Notes that a person asks no more than they may.
    public void forget(String person) {
        write(handle -> handle.execute("DELETE FROM told WHERE person = ?", person));
    }

    /// Counts when it is its turn, in the order in which it was asked for.
    ///
    /// @throws StoreFailure when its turn does not come
    public <T> T inTurn(Supplier<T> count) {
        try {
            if (!turns.tryAcquire(QUEUE.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new StoreFailure("limits: too many wait");
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            throw new StoreFailure("limits: interrupted");
        }
        try {
            return count.get();
        } finally {
            turns.release();
        }
    }

    /// Removes what says nothing any more: buckets that are full, and who was told long ago.
    ///
    /// @return how many rows
    public int purge() {
        return inTurn(() -> write(handle -> handle.execute("""
                DELETE FROM bucket WHERE id IN (SELECT id FROM bucket WHERE expires_at < ? OR expires_at IS NULL
                    FOR UPDATE SKIP LOCKED)""", clock.millis())
                + handle.execute("DELETE FROM told WHERE until <= ?", clock.millis())));
    }

    private <T> T write(Function<Handle, T> work) {
        try {
            return jdbi.inTransaction(work::apply);
        } catch (JdbiException failed) {
            throw new StoreFailure("limits: " + failed.getClass().getSimpleName());
        }
    }

    @Override
    public void close() {
        pool.close();
    }
}
