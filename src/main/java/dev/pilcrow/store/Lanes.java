package dev.pilcrow.store;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/// The order in the inbox: of a lane, only the first open row, its head, can be claimed. Whoever adds to a lane or ends one
/// of its rows has the lane's lock, so that there is always a head.
final class Lanes {

    static final String PROMOTE = """
            UPDATE inbox SET head = TRUE WHERE NOT head
            AND id = (SELECT min(id) FROM inbox WHERE lane = ? AND outcome IS NULL)""";

    /// Longer than anything waits of itself. Where a platform wants a chat to be spared for longer, whoever writes there
    /// knows, and puts the row back again.
    static final Duration LONGEST = Duration.ofMinutes(2);

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
        return locked(id) && end("id = ? AND lease_until <= ?", outcome, now, id, leasedUntil) > 0;
    }

    /// Ends an open row unless it was claimed again since.
    ///
    /// @return was it open, and is it ended?
    boolean end(Claimed row, String outcome, long now) {
        return locked(row.id()) && end("id = ? AND owner IS NOT DISTINCT FROM ? AND attempts = ?", outcome, now,
                row.id(), row.owner(), row.attempts()) > 0;
    }

    /// Takes the lock of an open row's lane.
    ///
    /// @return is it open?
    private boolean locked(long id) {
        Optional<String> lane = handle.createQuery("SELECT lane FROM inbox WHERE id = :id AND outcome IS NULL")
                .bind("id", id)
                .mapTo(String.class).findOne();
        database.lock(handle, lane.stream().toList());
        return lane.isPresent();
    }

    /// Ends the open rows of a chat that nobody works on.
    int endAll(String chat, String outcome, long now) {
        database.lock(handle,
                handle.createQuery("SELECT DISTINCT lane FROM inbox WHERE chat = :chat AND outcome IS NULL")
                        .bind("chat", chat).mapTo(String.class).list());
        return end("chat = ? AND lease_until <= ?", outcome, now, chat, now);
    }

    private int end(String which, String outcome, long now, @Nullable Object... values) {
        Query ended = handle.createQuery("""
                UPDATE inbox SET outcome = ?, done_at = ?, head = FALSE, owner = NULL, lease_until = 0
                WHERE %s AND outcome IS NULL RETURNING lane""".formatted(which)).bind(0, outcome).bind(1, now);
        for (int i = 0; i < values.length; i++) {
            ended.bind(2 + i, values[i]);
        }
        List<String> lanes = ended.mapTo(String.class).list();
        promote(Set.copyOf(lanes));
        return lanes.size();
    }

    /// Makes the first open row of each lane its head.
    private void promote(Collection<String> lanes) {
        int promoted = 0;
        for (String lane : lanes) {
            promoted += handle.execute(PROMOTE, lane);
        }
        tell(promoted);
    }

    /// Gives lanes that lost their head one, whatever happened to it. It needs no lock: a row without an open one before it
    /// will never have one.
    void mend() {
        tell(handle.execute("""
                UPDATE inbox SET head = TRUE WHERE outcome IS NULL AND NOT head AND NOT EXISTS (
                    SELECT 1 FROM inbox before WHERE before.lane = inbox.lane AND before.outcome IS NULL
                    AND before.id < inbox.id)"""));
    }

    /// Lets no head wait longer than {@link #LONGEST}, as the clock may have been set back since it was put back.
    void hasten(long now) {
        long latest = now + LONGEST.toMillis();
        handle.execute("UPDATE inbox SET not_before = ? WHERE head AND not_before > ?", latest, latest);
    }

    private void tell(int heads) {
        if (heads > 0) {
            database.tell(handle, News.WORK);
        }
    }

    /// Gives the open rows of a chat another chat, and puts them in order with the rows that are there.
    void move(String chat, String to) {
        database.lockAll(handle);
        handle.createUpdate("""
                UPDATE inbox SET chat = :to, conversation = %s, lane = %s WHERE chat = :chat AND outcome IS NULL"""
                .formatted(moved("conversation"), moved("lane"))).bind("chat", chat).bind("to", to).execute();
        tell(handle.execute("""
                UPDATE inbox SET head = NOT EXISTS (
                    SELECT 1 FROM inbox before WHERE before.lane = inbox.lane AND before.outcome IS NULL
                    AND before.id < inbox.id)
                WHERE chat = ? AND outcome IS NULL""", to));
    }

    /// A column as it is after the move: what begins with the chat begins with the other.
    private static String moved(String column) {
        return """
                CASE WHEN substr(%1$s, 1, length(:chat)) = :chat THEN :to || substr(%1$s, length(:chat) + 1)
                ELSE %1$s END""".formatted(column);
    }
}
