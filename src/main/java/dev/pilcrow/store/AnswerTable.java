package dev.pilcrow.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/// What was answered, so that a button under an old answer opens what it opened then. Thread-safe.
public final class AnswerTable {

    /// An answer.
    ///
    /// @param id its number, from 1
    /// @param delivery the number of the inbox's row that it answers
    /// @param kind `grounded`, `declined` or `unavailable`
    /// @param reason why it was declined; empty when it was not
    /// @param payload the whole answer
    /// @param message the message that shows it, in one word; none when none does yet
    /// @param at when it was saved last
    public record Saved(long id, long delivery, String conversation, String person, String article, String language,
            String question, String kind, String reason, String payload, @Nullable String message, Instant at) {
    }

    private final Transactions sql;
    private final InstantSource clock;

    AnswerTable(Transactions sql, InstantSource clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /// Saves the answer of a delivery, and notes its number there. A delivery has one answer: another one takes the place,
    /// the number and the message of the one before.
    ///
    /// @return its number
    public long save(long delivery, String conversation, String person, String article, String language,
            String question,
            String kind, String reason, String payload) {
        return sql.write(handle -> {
            long id = handle
                    .createQuery(
                            """
                                    INSERT INTO answer (delivery, conversation, person, article, language, question, kind, reason, payload, at)
                                    VALUES (:delivery, :conversation, :person, :article, :language, :question, :kind, :reason, :payload, :at)
                                    ON CONFLICT (delivery) DO UPDATE SET conversation = excluded.conversation, person = excluded.person,
                                        article = excluded.article, language = excluded.language, question = excluded.question,
                                        kind = excluded.kind, reason = excluded.reason, payload = excluded.payload, at = excluded.at
                                    RETURNING id""")
                    .bind("delivery", delivery).bind("conversation", conversation).bind("person", person)
                    .bind("article", article).bind("language", language).bind("question", question).bind("kind", kind)
                    .bind("reason", reason).bind("payload", payload).bind("at", clock.millis()).mapTo(Long.class).one();
            handle.execute("UPDATE inbox SET answer = ? WHERE id = ?", id, delivery);
            return id;
        });
    }

    /// The answer with this number; none for a number that a forged button made up.
    public Optional<Saved> find(long id) {
        return sql.read(handle -> handle.createQuery("SELECT * FROM answer WHERE id = :id").bind("id", id)
                .map(AnswerTable::saved).findOne());
    }

    /// Notes the message that shows an answer, in one word.
    public void shownAt(long id, String message) {
        sql.execute("UPDATE answer SET message = ? WHERE id = ?", message, id);
    }

    /// The last answer of a conversation that the article gave.
    public Optional<Saved> last(String conversation) {
        return sql.read(handle -> handle.createQuery("""
                SELECT * FROM answer WHERE conversation = :conversation AND kind = 'grounded'
                ORDER BY at DESC, id DESC LIMIT 1""").bind("conversation", conversation).map(AnswerTable::saved)
                .findOne());
    }

    /// The newest answers that one person was given, in any conversation, the newest first.
    public List<Saved> recent(String person, int most) {
        return sql.read(handle -> handle.createQuery("""
                SELECT * FROM answer WHERE person = :person ORDER BY at DESC, id DESC LIMIT :most""")
                .bind("person", person).bind("most", most).map(AnswerTable::saved).list());
    }

    /// The questions that were not answered since a time, the newest first.
    public List<Saved> unanswered(Instant since, int most) {
        return sql.read(handle -> handle.createQuery("""
                SELECT * FROM answer WHERE kind <> 'grounded' AND at >= :since ORDER BY at DESC, id DESC LIMIT :most""")
                .bind("since", since.toEpochMilli()).bind("most", most).map(AnswerTable::saved).list());
    }

    private static Saved saved(ResultSet row, StatementContext context) throws SQLException {
        return new Saved(row.getLong("id"), row.getLong("delivery"), row.getString("conversation"),
                row.getString("person"),
                row.getString("article"), row.getString("language"), row.getString("question"), row.getString("kind"),
                row.getString("reason"), row.getString("payload"), row.getString("message"),
                Instant.ofEpochMilli(row.getLong("at")));
    }
}
