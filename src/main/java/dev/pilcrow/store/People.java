package dev.pilcrow.store;

import java.time.InstantSource;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jdbi.v3.core.statement.SqlStatements;

/// What is kept of each person, and its removal. Thread-safe.
///
/// A person is told by the platform's name and the platform's id: `telegram` and `12345`. What others wrote stays, also in
/// the same conversations.
public final class People {

    /// Why a row is to end, or has ended, whose person is forgotten; whoever ends such a row leaves it for {@link #sweep}.
    public static final String FORGOTTEN = "forgotten";

    private static final String THEIRS = """
            at <= :until AND person = :person AND substr(conversation, 1, length(:home)) = :home""";
    private static final String VOTES = """
            at <= :until AND person = :person AND EXISTS (SELECT 1 FROM answer WHERE answer.id = feedback.answer
                AND substr(answer.conversation, 1, length(:home)) = :home)""";
    private static final String DELIVERIES = "person = :home || :person";
    private static final String OPEN = " AND outcome IS NULL";

    private record Open(long id, String lane, boolean question) {
    }

    private record Ended(long id, String person, String conversation, long at) {
    }

    /// A person who is being forgotten.
    ///
    /// @param home the platform's name and a slash, with which the conversations on it begin
    /// @param until what came later stays
    private record Subject(String home, String id, long until) {

        static Subject of(String platform, String id, long until) {
            return new Subject(platform + '/', id, until);
        }

        /// Whoever a row of the inbox is from.
        static Subject of(String person, long until) {
            int slash = person.indexOf('/');
            return new Subject(person.substring(0, slash + 1), person.substring(slash + 1), until);
        }

        int count(Handle handle, String table, String which) {
            return bound(handle.createQuery("SELECT count(*) FROM %s WHERE %s".formatted(table, which)))
                    .mapTo(Integer.class).one();
        }

        int delete(Handle handle, String table, String which) {
            return bound(handle.createUpdate("DELETE FROM %s WHERE %s".formatted(table, which))).execute();
        }

        <S extends SqlStatement<S>> S bound(S statement) {
            return statement.configure(SqlStatements.class, settings -> settings.setUnusedBindingAllowed(true))
                    .bind("home", home).bind("person", id).bind("until", until);
        }
    }

    private final Transactions sql;
    private final InstantSource clock;

    People(Transactions sql, InstantSource clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /// What is kept of a person.
    public Forgotten kept(String platform, String person) {
        Subject subject = Subject.of(platform, person, Long.MAX_VALUE);
        return sql.read(handle -> new Forgotten(subject.count(handle, "answer", THEIRS),
                subject.count(handle, "feedback", VOTES), subject.count(handle, "turn", THEIRS),
                subject.count(handle, "inbox", DELIVERIES)));
    }

    /// Removes all that is kept of a person, and ends the person's open questions: at once where nobody works on them;
    /// otherwise {@link InboxTable#renew} tells who does, and {@link #sweep} removes what is left.
    public Forgotten forget(String platform, String person) {
        long now = clock.millis();
        Subject subject = Subject.of(platform, person, now);
        return sql.write(handle -> {
            endOpen(handle, subject);
            int votes = subject.delete(handle, "feedback", VOTES);
            Forgotten removed = new Forgotten(subject.delete(handle, "answer", THEIRS), votes,
                    subject.delete(handle, "turn", THEIRS),
                    subject.delete(handle, "inbox", DELIVERIES + " AND outcome IS NOT NULL"));
            if (!removed.isNothing()) {
                tell(handle);
            }
            return removed;
        });
    }

    /// Takes the locks of all lanes before any row, as everybody does, so that nobody waits for each other in a circle.
    private void endOpen(Handle handle, Subject subject) {
        List<Open> open = subject.bound(handle.createQuery(
                "SELECT id, lane, question FROM inbox WHERE " + DELIVERIES + OPEN + " ORDER BY id"))
                .map((row, _) -> new Open(row.getLong("id"), row.getString("lane"), row.getBoolean("question")))
                .list();
        sql.database().lock(handle, open.stream().map(Open::lane).toList());
        Lanes lanes = new Lanes(handle, sql.database());
        for (Open row : open) {
            handle.execute("UPDATE inbox SET stop = ? WHERE id = ? AND outcome IS NULL", FORGOTTEN, row.id());
            if (row.question()) {
                lanes.end(row.id(), FORGOTTEN, subject.until(), subject.until());
            }
        }
    }

    /// Lets processes know that they have to forget what they have in memory.
    private void tell(Handle handle) {
        handle.execute("INSERT INTO forgotten (at) VALUES (?)", clock.millis());
    }

    /// The open questions of a person, worked on or not.
    public List<Claimed> open(String platform, String person) {
        Subject subject = Subject.of(platform, person, Long.MAX_VALUE);
        return sql.read(handle -> subject.bound(handle.createQuery(
                "SELECT * FROM inbox WHERE " + DELIVERIES + OPEN + " AND question ORDER BY id"))
                .map(InboxTable::claimed).list());
    }

    /// Removes what came of rows that ended after their person was forgotten, and the rows.
    ///
    /// @return how many rows
    public int sweep() {
        return sql.write(handle -> {
            List<Ended> ended = handle.createQuery("""
                    SELECT id, person, conversation, done_at FROM inbox WHERE stop = 'forgotten' AND outcome IS NOT NULL
                    ORDER BY id""" + sql.database().skippingLocked())
                    .map((row, _) -> new Ended(row.getLong("id"), row.getString("person"),
                            row.getString("conversation"), row.getLong("done_at")))
                    .list();
            int left = 0;
            for (Ended row : ended) {
                left += remove(handle, row);
            }
            if (left > 0) {
                tell(handle);
            }
            return ended.size();
        });
    }

    /// Removes an ended row and what came of it: votes; the answer, which is in the place of another row's when the question
    /// was edited; and what its conversation was about, in which the person's next question begins when this one has ended.
    ///
    /// @return how many beside the row
    private static int remove(Handle handle, Ended row) {
        Subject subject = Subject.of(row.person(), row.at());
        int left = subject.bound(handle.createUpdate(
                "DELETE FROM turn WHERE conversation = :conversation AND person = :person AND at <= :until"))
                .bind("conversation", row.conversation()).execute()
                + subject.delete(handle, "feedback", VOTES)
                + handle.execute("""
                        DELETE FROM answer WHERE delivery = ? OR id = (SELECT answer FROM inbox WHERE id = ?)""",
                        row.id(),
                        row.id());
        handle.execute("DELETE FROM inbox WHERE id = ?", row.id());
        return left;
    }

    /// A number that is another one after somebody was forgotten, by whichever process.
    public long lastForgotten() {
        return sql.read(handle -> handle.createQuery("SELECT COALESCE(max(id), 0) FROM forgotten").mapTo(Long.class)
                .one());
    }
}
