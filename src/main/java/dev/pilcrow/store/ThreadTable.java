package dev.pilcrow.store;

import java.time.Instant;

/// What the bot does in threads where it is not called. Thread-safe.
public final class ThreadTable {

    private final Transactions sql;

    ThreadTable(Transactions sql) {
        this.sql = sql;
    }

    /// Notes that the bot is to say nothing in a conversation unless it is called, or that it may.
    public void quiet(String conversation, boolean quiet) {
        sql.execute(quiet
                ? "INSERT INTO quiet (conversation) VALUES (?) ON CONFLICT (conversation) DO NOTHING"
                : "DELETE FROM quiet WHERE conversation = ?", conversation);
    }

    /// Has the bot answered in a conversation since then, and may it speak there without being called?
    public boolean isOpen(String conversation, Instant since) {
        return sql.read(handle -> handle.createQuery("""
                SELECT (SELECT count(*) FROM answer WHERE conversation = :conversation AND at >= :since) > 0
                    AND (SELECT count(*) FROM quiet WHERE conversation = :conversation) = 0""")
                .bind("conversation", conversation).bind("since", since.toEpochMilli()).mapTo(Boolean.class).one());
    }
}
