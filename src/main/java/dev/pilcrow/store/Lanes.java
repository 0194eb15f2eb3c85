package dev.pilcrow.store;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/// The order in the inbox: of a lane, only the first open row, its head, can be claimed. Whoever adds to a lane or ends one
/// of its rows has the lane's lock, so that there is always a head.
final class Lanes {

    static final String PROMOTE = """
            UPDATE inbox SET head = TRUE WHERE NOT head
            AND id = (SELECT min(id) FROM inbox WHERE lane = ? AND outcome IS NULL)""";

    private final Handle handle;
    private final Database database;

    Lanes(Handle handle, Database database) {
        this.handle = handle;
        this.database = database;
    }

    /// Ends an open row.
    ///
    /// @param leasedUntil only if it is not worked on after this time
    /// @return was it open, and is it ended?
    boolean end(long id, String outcome, long now, long leasedUntil) {
        Optional<String> lane = handle.createQuery("SELECT lane FROM inbox WHERE id = :id AND outcome IS NULL")
                .bind("id", id)
                .mapTo(String.class).findOne();
        if (lane.isEmpty()) {
            return false;
        }
        database.lock(handle, List.of(lane.get()));
        return end("id = ?", id, outcome, now, leasedUntil) > 0;
    }

    /// Ends the open rows of a chat that nobody works on.
    int endAll(String chat, String outcome, long now) {
        database.lock(handle,
                handle.createQuery("SELECT DISTINCT lane FROM inbox WHERE chat = :chat AND outcome IS NULL")
                        .bind("chat", chat).mapTo(String.class).list());
        return end("chat = ?", chat, outcome, now, now);
    }

    private int end(String which, Object value, String outcome, long now, long leasedUntil) {
        List<String> lanes = handle.createQuery("""
                UPDATE inbox SET outcome = ?, done_at = ?, head = FALSE, owner = NULL, lease_until = 0
                WHERE %s AND outcome IS NULL AND lease_until <= ? RETURNING lane""".formatted(which)).bind(0, outcome)
                .bind(1, now).bind(2, value).bind(3, leasedUntil).mapTo(String.class).list();
        promote(Set.copyOf(lanes));
        return lanes.size();
    }

    /// Makes the first open row of each lane its head.
    private void promote(Collection<String> lanes) {
        for (String lane : lanes) {
            handle.execute(PROMOTE, lane);
        }
    }

    /// Gives lanes that lost their head one, whatever happened to it. It needs no lock: a row without an open one before it
    /// will never have one.
    void mend() {
        handle.execute("""
                UPDATE inbox SET head = TRUE WHERE outcome IS NULL AND NOT head AND NOT EXISTS (
                    SELECT 1 FROM inbox before WHERE before.lane = inbox.lane AND before.outcome IS NULL
                    AND before.id < inbox.id)""");
    }

    /// Gives the open rows of a chat another chat, and puts them in order with the rows that are there.
    void move(String chat, String to) {
        database.lockAll(handle);
        handle.createUpdate("""
                UPDATE inbox SET chat = :to, conversation = %s, lane = %s WHERE chat = :chat AND outcome IS NULL"""
                .formatted(moved("conversation"), moved("lane"))).bind("chat", chat).bind("to", to).execute();
        handle.execute("""
                UPDATE inbox SET head = NOT EXISTS (
                    SELECT 1 FROM inbox before WHERE before.lane = inbox.lane AND before.outcome IS NULL
                    AND before.id < inbox.id)
                WHERE chat = ? AND outcome IS NULL""", to);
    }

    /// A column as it is after the move: what begins with the chat begins with the other.
    private static String moved(String column) {
        return """
                CASE WHEN substr(%1$s, 1, length(:chat)) = :chat THEN :to || substr(%1$s, length(:chat) + 1)
                ELSE %1$s END""".formatted(column);
    }
}
