package dev.pilcrow.store;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/// What conversations were about. Thread-safe.
public final class TurnTable {

    /// A question that was answered.
    ///
    /// @param question as it was asked
    /// @param standalone as it reads without the questions before it
    /// @param context what it was about
    /// @param claims the sentences of the answer
    /// @param cited the numbers of the paragraphs that they were quoted from
    public record Saved(String question, String standalone, String context, List<String> claims, List<Integer> cited) {

        public Saved {
            claims = List.copyOf(claims);
            cited = List.copyOf(cited);
        }
    }

    private final Transactions sql;
    private final InstantSource clock;

    TurnTable(Transactions sql, InstantSource clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /// The last turns of a conversation about an article, the oldest first.
    public List<Saved> load(String conversation, String article, Instant since, int most) {
        return sql.read(handle -> handle.createQuery("""
                SELECT * FROM turn WHERE conversation = :conversation AND article = :article AND at >= :since
                ORDER BY id DESC LIMIT :most""").bind("conversation", conversation).bind("article", article)
                .bind("since", since.toEpochMilli()).bind("most", most)
                .map((row, _) -> new Saved(row.getString("question"), row.getString("standalone"),
                        row.getString("context"),
                        Lists.texts(row.getString("claims")), Lists.numbers(row.getString("cited"))))
                .list()).reversed();
    }

    /// Adds a turn.
    ///
    /// @param person the platform's id of whose question it is
    public void add(String conversation, String person, String article, Saved turn) {
        sql.execute("""
                INSERT INTO turn (conversation, person, article, question, standalone, context, claims, cited, at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)""", conversation, person, article, turn.question(),
                turn.standalone(), turn.context(), Lists.write(turn.claims()), Lists.write(turn.cited()),
                clock.millis());
    }

    /// Removes all turns of a conversation.
    public void forget(String conversation) {
        sql.execute("DELETE FROM turn WHERE conversation = ?", conversation);
    }

    /// Removes the newest turn of a conversation with this question.
    public void takeBack(String conversation, String question) {
        sql.execute("""
                DELETE FROM turn WHERE id = (SELECT max(id) FROM turn WHERE conversation = ? AND question = ?)""",
                conversation, question);
    }
}
