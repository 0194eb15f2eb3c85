package dev.pilcrow.store;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// A session of PostgreSQL that holds a lock for each owner of rows, for other processes to see, and for each duty that one
/// process has: when the process dies, the server ends the session, and with it the locks. Thread-safe.
final class SessionLocks implements AutoCloseable {

    private static final int VALID_SECONDS = 5;

    /// What broke a session may have broken those of others, who have their locks again when they renew their leases next,
    /// every two seconds; so long a session that took the place of a broken one does not tell who is dead.
    private static final Duration GRACE = Duration.ofSeconds(6);

    private final DataSource source;
    private final Set<String> held = new HashSet<>();
    private @Nullable Connection session;
    private boolean closed;
    private int sessions;
    private long begun;

    SessionLocks(DataSource source) {
        this.source = source;
    }

    /// Takes the lock of a name unless the session has it. A session of ours that broke may have it for a while, as the server
    /// does not know yet that it broke; then it is tried again the next time.
    ///
    /// @param sure make sure that it still has it, at the price of a round trip
    /// @return has it the lock?
    synchronized boolean hold(String name, boolean sure) throws SQLException {
        if (closed) {
            throw new SQLException("closed");
        }
        Connection open = session;
        if (open != null && sure && !open.isValid(VALID_SECONDS)) {
            end();
            open = null;
        }
        if (open == null) {
            open = source.getConnection();
            session = open;
            sessions++;
            begun = System.nanoTime();
        }
        if (!held.contains(name) && ask(open, "SELECT pg_try_advisory_lock(" + number(name) + ")")) {
            held.add(name);
        }
        return held.contains(name);
    }

    /// Can it be told who is dead, by the locks that are there?
    synchronized boolean tells() {
        return session != null && (sessions == 1 || System.nanoTime() - begun >= GRACE.toNanos());
    }

    /// Gives a lock back.
    synchronized void release(String name) throws SQLException {
        Connection open = session;
        if (held.remove(name) && open != null) {
            ask(open, "SELECT pg_advisory_unlock(" + number(name) + ")");
        }
    }

    private boolean ask(Connection open, String query) throws SQLException {
        try (Statement statement = open.createStatement(); ResultSet rows = statement.executeQuery(query)) {
            return rows.next() && rows.getString(1).equals("t");
        } catch (SQLException e) {
            end();
            throw e;
        }
    }

    /// The numbers of the owners that are alive, and of other locks.
    static Set<Long> held(Handle handle) {
        return handle.createQuery("""
                SELECT (classid::bigint << 32) | objid::bigint FROM pg_locks
                WHERE locktype = 'advisory' AND objsubid = 1 AND granted
                AND database = (SELECT oid FROM pg_database WHERE datname = current_database())""").mapTo(Long.class)
                .set();
    }

    /// The number of a lock, which is all that the server is told.
    static long number(String name) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest(("pilcrow owner " + name).getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.wrap(digest).getLong();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        end();
    }

    private void end() {
        held.clear();
        Connection open = session;
        session = null;
        if (open != null) {
            try {
                open.close();
            } catch (SQLException _) {
                // the server ends it
            }
        }
    }
}
