package dev.pilcrow.store;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// A session of PostgreSQL that holds a lock for each owner of rows, for other processes to see: when the process dies, the
/// server ends the session, and with it the locks. Thread-safe.
final class OwnerLocks implements AutoCloseable {

    private static final int VALID_SECONDS = 5;

    private final DataSource source;
    private final Set<String> held = new HashSet<>();
    private @Nullable Connection session;
    private boolean closed;

    OwnerLocks(DataSource source) {
        this.source = source;
    }

    /// Takes the lock unless the session has it. A session of ours that broke may have it for a while, as the server does
    /// not know yet that it broke; then it is tried again the next time.
    synchronized void hold(String owner, boolean sure) throws SQLException {
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
        }
        if (!held.contains(owner) && locked(open, owner)) {
            held.add(owner);
        }
    }

    private boolean locked(Connection open, String owner) throws SQLException {
        try (PreparedStatement statement = open.prepareStatement("SELECT pg_try_advisory_lock(?)")) {
            statement.setLong(1, number(owner));
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next() && rows.getBoolean(1);
            }
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

    /// The number of an owner's lock.
    static long number(String owner) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest(("pilcrow owner " + owner).getBytes(StandardCharsets.UTF_8));
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
