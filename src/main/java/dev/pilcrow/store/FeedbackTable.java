package dev.pilcrow.store;

import java.time.InstantSource;
import java.util.Map;
import java.util.TreeMap;

/// What readers think of answers. Thread-safe.
public final class FeedbackTable {

    private final Transactions sql;
    private final InstantSource clock;

    FeedbackTable(Transactions sql, InstantSource clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /// Saves a person's vote on an answer, in place of the one before. There is no vote on an answer that is not there.
    ///
    /// @param reason why; empty when that is not told
    public void vote(long answer, String person, boolean good, String reason) {
        sql.write(handle -> handle.createUpdate(
                """
                        INSERT INTO feedback (answer, person, good, reason, at)
                        SELECT id, :person, :good, :reason, :at FROM answer WHERE id = :answer
                        ON CONFLICT (answer, person) DO UPDATE SET good = excluded.good, reason = excluded.reason, at = excluded.at""")
                .bind("answer", answer).bind("person", person).bind("good", good).bind("reason", reason)
                .bind("at", clock.millis()).execute());
    }

    /// How many votes are good, and how many not.
    public Map<Boolean, Long> counts() {
        Map<Boolean, Long> counts = new TreeMap<>(Map.of(true, 0L, false, 0L));
        sql.read(handle -> handle.createQuery("SELECT good, count(*) AS number FROM feedback GROUP BY good")
                .map((row, _) -> counts.put(row.getBoolean("good"), row.getLong("number"))).list());
        return counts;
    }
}
