package dev.pilcrow.store;

import java.time.Instant;
import java.time.InstantSource;

/// What the bot does in threads where it is not called. Thread-safe.
public final class ThreadTable {

    private final Transactions sql;
    private final InstantSource clock;

    ThreadTable(Transactions sql, InstantSource clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /// Notes that the bot is to say nothing in a conversation unless it is called, or that it may.
    public void quiet(String conversation, boolean quiet) {
        if (quiet) {
            sql.execute("""
                    INSERT INTO quiet (conversation, at) VALUES (?, ?)
                    ON CONFLICT (conversation) DO UPDATE SET at = excluded.at""", conversation, clock.millis());
        } else {
            sql.execute("DELETE FROM quiet WHERE conversation = ?", conversation);
        }
    }

    /// Has the bot answered in a conversation since then, and may it speak there without being called?
    public boolean isOpen(String conversation, Instant since) {
        return sql.read(handle -> handle.createQuery("""
                SELECT (SELECT count(*) FROM answer WHERE conversation = :conversation AND at >= :since) > 0
                    AND (SELECT count(*) FROM quiet WHERE conversation = :conversation) = 0""")
                .bind("conversation", conversation).bind("since", since.toEpochMilli()).mapTo(Boolean.class).one());
    }
}
