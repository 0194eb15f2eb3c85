package dev.pilcrow.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/// What arrived, until it is done, and for a while after. Thread-safe; every method throws {@link StoreFailure} when the
/// database fails.
///
/// A row is open until it has an outcome. Somebody works on an open row while its lease is not over; one that is not worked
/// on waits, whether it is due or not. Of the open rows of a lane only the first can be claimed. Who has lost a row to
/// another, and does not know it yet, changes nothing of it any more. Processes that share a database should have clocks
/// that agree to within a small part of a lease.
public final class InboxTable {

    /// Reads an index that has the first rows of lanes only, in this order, so that it takes no longer when many wait.
    static final String CLAIMABLE = """
            SELECT id FROM inbox WHERE head AND not_before <= :now AND lease_until <= :now
            ORDER BY urgent DESC, id LIMIT :most""";
    /// A row that is open and, since it was claimed, has been claimed by nobody.
    private static final String STILL = " WHERE id = ? AND owner IS NOT DISTINCT FROM ? AND attempts = ?"
            + " AND outcome IS NULL";

    private final Transactions sql;
    private final InstantSource clock;

    InboxTable(Transactions sql, InstantSource clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /// Puts what is new on disk, in one transaction. What shares a key with something that arrived within 24 hours, or
    /// before it in the list, is not new; all its keys are remembered nevertheless.
    ///
    /// What hangs on a message of its chat that was a question goes into that question's conversation. A lane that begins
    /// with the arrival's conversation begins with that one instead.
    ///
    /// @param busyAbove a question is marked busy when more than so many others are open, busy ones not counted
    /// @param laneBusyAbove the same for those of its lane
    /// @return the numbers of the new rows, in the order of the list
    public List<Long> accept(List<Arrival> arrivals, int busyAbove, int laneBusyAbove) {
        return arrivals.isEmpty()
                ? List.of()
                : sql.write(handle -> new Arrivals(handle, sql.database(), clock.millis()).accept(arrivals, busyAbove,
                        laneBusyAbove));
    }

    /// Claims rows that are due, that nobody works on, and before which no row of their lane is open: urgent ones first,
    /// then in the order of arrival.
    ///
    /// @param owner who works on them: a name that no other process has, and that a process which is started again does not
    ///        have either
    /// @param lease how long nobody else gets them
    /// @param most how many at most
    public List<Claimed> claim(String owner, Duration lease, int most) {
        sql.hold(owner, false);
        return sql.write(handle -> {
            long now = clock.millis();
            List<Long> ids = handle.createQuery(CLAIMABLE + sql.database().skippingLocked()).bind("now", now)
                    .bind("most", most).mapTo(Long.class).list();
            List<Claimed> claimed = new ArrayList<>();
            for (long id : ids) {
                claimed.add(handle.createQuery("""
                        UPDATE inbox SET owner = :owner, lease_until = :until, attempts = attempts + 1 WHERE id = :id
                        RETURNING *""").bind("owner", owner).bind("until", now + lease.toMillis()).bind("id", id)
                        .map(InboxTable::claimed).one());
            }
            return claimed;
        });
    }

    /// Lets the owner's leases begin anew.
    ///
    /// @return the rows of the owner whose end was asked for, and why
    public Map<Long, String> renew(String owner, Duration lease) {
        sql.hold(owner, true);
        return sql.write(handle -> {
            handle.execute("UPDATE inbox SET lease_until = ? WHERE owner = ?", clock.millis() + lease.toMillis(),
                    owner);
            Map<Long, String> asked = new LinkedHashMap<>();
            handle.createQuery("SELECT id, stop FROM inbox WHERE owner = :owner AND stop IS NOT NULL ORDER BY id")
                    .bind("owner", owner).map((row, _) -> asked.put(row.getLong("id"), row.getString("stop"))).list();
            return asked;
        });
    }

    /// The rows that the owner works on.
    public Set<Long> held(String owner) {
        return sql.read(handle -> handle.createQuery("SELECT id FROM inbox WHERE owner = :owner").bind("owner", owner)
                .mapTo(Long.class).set());
    }

    /// Is the row open and not claimed again since, and is the lease not over?
    public boolean holds(Claimed row) {
        return sql.read(handle -> handle
                .select("SELECT count(*) FROM inbox" + STILL + " AND lease_until > ?", row.id(), row.owner(),
                        row.attempts(), clock.millis())
                .mapTo(Integer.class).one()) > 0;
    }

    /// Notes the message that the answer goes into, in one word; none when there is no such message after all.
    ///
    /// @return is the row open, and not claimed again since?
    public boolean placed(Claimed row, @Nullable String placeholder) {
        return sql.write(handle -> handle.execute("UPDATE inbox SET placeholder = ?" + STILL, placeholder, row.id(),
                row.owner(), row.attempts())) > 0;
    }

    /// Notes the number of the answer; {@link AnswerTable#save} does it already.
    public void answered(long id, long answer) {
        sql.execute("UPDATE inbox SET answer = ? WHERE id = ?", answer, id);
    }

    /// Ends an open row; nothing changes for one that has an outcome already, or was claimed again since.
    ///
    /// @return was it open, and not claimed again?
    public boolean done(Claimed row, String outcome) {
        return sql.write(handle -> lanes(handle).end(row, outcome, clock.millis()));
    }

    /// Lets go of an open row, for anybody to claim it again after the delay, unless somebody has. The rows behind it wait
    /// with it.
    ///
    /// @param counted does the attempt count?
    public void later(Claimed row, Duration delay, boolean counted) {
        sql.write(handle -> {
            int released = handle.execute("""
                    UPDATE inbox SET owner = NULL, lease_until = 0, not_before = ?, attempts = attempts - ?""" + STILL,
                    clock.millis() + delay.toMillis(), counted ? 0 : 1, row.id(), row.owner(), row.attempts());
            return tell(handle, News.WORK, delay.isPositive() ? 0 : released);
        });
    }

    /// Asks that an open row be ended: at once when nobody works on it, otherwise by who does, whom {@link #renew} tells.
    ///
    /// @param why the outcome; when it was asked before, the first one holds
    /// @return was it open?
    public boolean askToStop(long id, String why) {
        return sql.write(handle -> {
            long now = clock.millis();
            return lanes(handle).end(id, why, now, now) || tell(handle, News.STOP, handle.execute(
                    "UPDATE inbox SET stop = COALESCE(stop, ?) WHERE id = ? AND outcome IS NULL", why, id)) > 0;
        });
    }

    /// The newest question of this message before a row, open or not.
    ///
    /// @param chat with platform and account before it
    /// @param message in one word
    /// @param before the number of the row, which may be of the same message
    public Optional<Claimed> question(String chat, String message, long before) {
        return sql.read(handle -> handle.createQuery("""
                SELECT * FROM inbox WHERE chat = :chat AND message = :message AND question AND id < :before
                ORDER BY id DESC LIMIT 1""").bind("chat", chat).bind("message", message).bind("before", before)
                .map(InboxTable::claimed).findOne());
    }

    /// The row with this number, open or not.
    public Optional<Claimed> row(long id) {
        return sql.read(handle -> handle.createQuery("SELECT * FROM inbox WHERE id = :id").bind("id", id)
                .map(InboxTable::claimed).findOne());
    }

    /// The first rows whose answers a conversation has, in the order of the answers.
    public List<Claimed> answered(String conversation, int most) {
        return sql.read(handle -> handle.createQuery("""
                SELECT inbox.* FROM answer JOIN inbox ON inbox.id = answer.delivery
                WHERE answer.conversation = :conversation ORDER BY answer.at, answer.id LIMIT :most""")
                .bind("conversation", conversation).bind("most", most).map(InboxTable::claimed).list());
    }

    /// The open rows of a lane, in their order.
    public List<Claimed> open(String lane) {
        return sql.read(
                handle -> handle.createQuery("SELECT * FROM inbox WHERE lane = :lane AND outcome IS NULL ORDER BY id")
                        .bind("lane", lane).map(InboxTable::claimed).list());
    }

    /// Is there such a row, without an outcome?
    public boolean isOpen(long id) {
        return sql.read(handle -> handle.createQuery("SELECT count(*) FROM inbox WHERE id = :id AND outcome IS NULL")
                .bind("id", id).mapTo(Integer.class).one()) > 0;
    }

    /// How many rows are open, worked on or not.
    public int waiting() {
        return sql.read(handle -> handle.createQuery("SELECT count(*) FROM inbox WHERE outcome IS NULL")
                .mapTo(Integer.class).one());
    }

    /// What is open, worked on or not.
    public Backlog backlog() {
        return sql.read(handle -> handle
                .createQuery("SELECT count(*) AS open, min(received) AS oldest FROM inbox WHERE outcome IS NULL")
                .map((row, _) -> {
                    int open = row.getInt("open");
                    return new Backlog(open, open == 0
                            ? Optional.empty()
                            : Optional.of(Instant.ofEpochMilli(row.getLong("oldest"))));
                }).one());
    }

    /// How long until a row can be claimed that nobody works on, as far as can be told now; none when nothing waits but
    /// behind what is worked on.
    public Optional<Duration> nextDue() {
        long now = clock.millis();
        return sql.read(handle -> handle.createQuery("""
                SELECT not_before FROM inbox WHERE head AND lease_until <= :now ORDER BY not_before LIMIT 1""")
                .bind("now", now).mapTo(Long.class).findOne())
                .map(due -> Duration.ofMillis(Math.max(0, due - now)));
    }

    /// Lets go of everything that the owner works on, without counting the attempts.
    ///
    /// @return how many rows
    public int abandon(String owner) {
        return sql.write(handle -> tell(handle, News.WORK, handle.execute("""
                UPDATE inbox SET owner = NULL, lease_until = 0, attempts = attempts - 1 WHERE owner = ?""", owner)));
    }

    /// Ends the leases of owners that are dead: on SQLite all others, as there is one process; on PostgreSQL those whose
    /// session is gone. The attempts count. A row that a transaction still holds is left for the next time. It also mends the
    /// order of lanes, should it ever be broken, and lets no row wait for longer than any has to.
    ///
    /// @return how many rows
    public int reclaim(String owner) {
        sql.hold(owner, true);
        return sql.write(handle -> {
            Set<String> others = handle.createQuery(
                    "SELECT DISTINCT owner FROM inbox WHERE owner IS NOT NULL AND owner <> :owner").bind("owner", owner)
                    .mapTo(String.class).set();
            int ended = 0;
            for (String dead : sql.database().dead(handle, others)) {
                ended += handle.execute("UPDATE inbox SET owner = NULL, lease_until = 0 WHERE id IN "
                        + "(SELECT id FROM inbox WHERE owner = ?" + sql.database().skippingLocked() + ")", dead);
            }
            lanes(handle).mend();
            lanes(handle).hasten(clock.millis());
            return tell(handle, News.WORK, ended);
        });
    }

    /// Ends the rows of a chat that wait, as nobody can be answered there. Those that are worked on end by themselves.
    ///
    /// @param chat with platform and account before it
    /// @return how many
    public int leave(String chat) {
        return sql.write(handle -> lanes(handle).endAll(chat, "gone", clock.millis()));
    }

    /// Gives a chat another id: in its open rows, and in its conversations, also those of turns and answers.
    ///
    /// @param chat with platform and account before it
    /// @param to likewise
    public void move(String chat, String to) {
        sql.write(handle -> {
            lanes(handle).move(chat, to);
            for (String table : List.of("turn", "answer")) {
                handle.createUpdate("""
                        UPDATE %s SET conversation = :to || substr(conversation, length(:chat) + 1)
                        WHERE conversation = :chat OR substr(conversation, 1, length(:chat) + 1) = :chat || '/'"""
                        .formatted(table)).bind("chat", chat).bind("to", to).execute();
            }
            return chat;
        });
    }

    /// How many rows have each outcome, of those that are still there.
    public Map<String, Long> outcomes() {
        Map<String, Long> outcomes = new LinkedHashMap<>();
        sql.read(handle -> handle.createQuery(
                """
                        SELECT outcome, count(*) AS number FROM inbox WHERE outcome IS NOT NULL GROUP BY outcome ORDER BY outcome""")
                .map((row, _) -> outcomes.put(row.getString("outcome"), row.getLong("number"))).list());
        return outcomes;
    }

    /// Tells something when it is about any rows.
    private int tell(Handle handle, News news, int rows) {
        if (rows > 0) {
            sql.database().tell(handle, news);
        }
        return rows;
    }

    private Lanes lanes(Handle handle) {
        return new Lanes(handle, sql.database());
    }

    static Claimed claimed(ResultSet row, StatementContext context) throws SQLException {
        Arrival arrival = new Arrival(Lists.texts(row.getString("keys")), row.getString("platform"),
                row.getString("chat"),
                row.getString("conversation"), row.getString("lane"), row.getString("person"), row.getString("message"),
                row.getString("root"), row.getBoolean("urgent"), row.getBoolean("question"), row.getString("payload"));
        long answer = row.getLong("answer");
        return new Claimed(row.getLong("id"), arrival, row.getBoolean("busy"), row.getInt("attempts"),
                Instant.ofEpochMilli(row.getLong("received")), row.getString("placeholder"),
                answer == 0 ? null : answer, row.getString("owner"), row.getString("stop"));
    }
}
