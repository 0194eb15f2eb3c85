package dev.pilcrow.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/// What the answers tell when they are taken together. The database does the counting; what cannot be counted there is read
/// row by row, so that a million answers take no more memory than a few. Thread-safe.
public final class InsightTable {

    /// The answers that are told of.
    ///
    /// @param article the id of the article that they are about
    /// @param since from this time on
    public record Scope(String article, Instant since) {
    }

    /// An article that was asked about.
    public record Asked(String article, long questions) {
    }

    /// A number of answers that are alike.
    ///
    /// @param quarter the quarter of an hour, counted from the epoch, as every time zone is whole quarters away from another
    public record Count(long quarter, String platform, String language, String kind, long number) {
    }

    /// A question that was not answered.
    ///
    /// @param question its start
    /// @param times how often it was asked in these words
    /// @param payload the last answer to it
    public record Unanswered(String question, long times, String payload) {
    }

    /// A question whose answers somebody found of no use.
    ///
    /// @param payload the last answer that was voted on
    /// @param reasons how often each was given; the empty one for votes without a reason
    public record Disliked(String question, String payload, long good, long bad, Map<String, Long> reasons) {

        public Disliked {
            reasons = Map.copyOf(reasons);
        }
    }

    /// A question and what became of it. It does not tell whose it is.
    ///
    /// @param reasons those of the bad votes, between blanks; none when there are none
    public record Row(Instant at, String platform, String language, String article, String question, String kind,
            String reason, String payload, long good, long bad, @Nullable String reasons) {
    }

    /// Rows that are fetched at a time.
    private static final int FETCHED = 1_000;
    private static final String IN_SCOPE = " answer.article = :article AND answer.at >= :since ";
    private static final String VOTES = """
            SELECT answer, sum(CASE WHEN good THEN 1 ELSE 0 END) AS good, sum(CASE WHEN good THEN 0 ELSE 1 END) AS bad,
                string_agg(CASE WHEN NOT good AND reason <> '' THEN reason END, ' ') AS reasons
            FROM feedback GROUP BY answer""";

    private final Transactions sql;

    InsightTable(Transactions sql) {
        this.sql = sql;
    }

    /// The articles that were asked about since a time, that of the newest question first.
    public List<Asked> articles(Instant since, int most) {
        return sql.read(handle -> handle.createQuery("""
                SELECT article, count(*) AS questions FROM answer WHERE at >= :since
                GROUP BY article ORDER BY max(at) DESC, article LIMIT :most""").bind("since", since.toEpochMilli())
                .bind("most", most).map((row, _) -> new Asked(row.getString("article"), row.getLong("questions")))
                .list());
    }

    /// How many answers there are of each sort.
    public List<Count> counts(Scope scope) {
        return sql.read(handle -> scoped(handle, "SELECT at / 900000 AS quarter, " + platform()
                + " AS platform, language, kind, count(*) AS number FROM answer WHERE" + IN_SCOPE
                + "GROUP BY 1, 2, 3, 4", scope)
                .map((row, _) -> new Count(row.getLong("quarter"), row.getString("platform"),
                        row.getString("language"), row.getString("kind"), row.getLong("number")))
                .list());
    }

    /// How many people asked.
    public long people(Scope scope) {
        return sql.read(handle -> scoped(handle, "SELECT count(DISTINCT person) FROM answer WHERE" + IN_SCOPE, scope)
                .mapTo(Long.class).one());
    }

    /// Reads every answer that the article gave.
    public void answered(Scope scope, Consumer<String> payloads) {
        sql.snapshot(handle -> {
            scoped(handle, "SELECT payload FROM answer WHERE kind = 'grounded' AND" + IN_SCOPE, scope)
                    .setFetchSize(FETCHED).mapTo(String.class).forEach(payloads);
            return scope;
        });
    }

    /// The questions that were not answered, the most frequent first, and of these the newest.
    ///
    /// @param but leaves out what was declined for one of these reasons
    /// @param most the most questions
    /// @param longest so many characters of each
    public List<Unanswered> unanswered(Scope scope, List<String> but, int most, int longest) {
        return sql.read(handle -> scoped(handle, """
                SELECT substr(answer.question, 1, :longest) AS question, asked.times, answer.payload FROM (
                    SELECT max(id) AS id, count(*) AS times FROM answer
                    WHERE kind <> 'grounded' AND reason NOT IN (<but>) AND""" + IN_SCOPE + """
                    GROUP BY question ORDER BY times DESC, id DESC LIMIT :most) asked
                JOIN answer ON answer.id = asked.id ORDER BY asked.times DESC, asked.id DESC""", scope)
                .bindList("but", but).bind("most", most).bind("longest", longest)
                .map((row, _) -> new Unanswered(row.getString("question"), row.getLong("times"),
                        row.getString("payload")))
                .list());
    }

    /// How many votes are good, and how many not.
    public Map<Boolean, Long> votes(Scope scope) {
        Map<Boolean, Long> votes = new HashMap<>(Map.of(true, 0L, false, 0L));
        sql.read(handle -> scoped(handle, """
                SELECT feedback.good, count(*) AS number FROM answer JOIN feedback ON feedback.answer = answer.id
                WHERE""" + IN_SCOPE + "GROUP BY feedback.good", scope)
                .map((row, _) -> votes.put(row.getBoolean("good"), row.getLong("number"))).list());
        return votes;
    }

    /// The questions whose answers were found of no use, the worst first.
    public List<Disliked> disliked(Scope scope, int most) {
        return sql.read(handle -> scoped(handle, """
                SELECT answer.question, answer.payload, voted.good, voted.bad FROM (
                    SELECT max(answer.id) AS id, sum(votes.good) AS good, sum(votes.bad) AS bad
                    FROM answer JOIN (""" + VOTES + ") votes ON votes.answer = answer.id WHERE" + IN_SCOPE + """
                    GROUP BY answer.question HAVING sum(votes.bad) > 0 ORDER BY bad DESC, id DESC LIMIT :most) voted
                JOIN answer ON answer.id = voted.id ORDER BY voted.bad DESC, voted.id DESC""", scope)
                .bind("most", most).map((row, _) -> new Disliked(row.getString("question"), row.getString("payload"),
                        row.getLong("good"), row.getLong("bad"),
                        reasons(handle, scope, row.getString("question"))))
                .list());
    }

    private static Map<String, Long> reasons(Handle handle, Scope scope, String question) {
        Map<String, Long> reasons = new HashMap<>();
        scoped(handle, """
                SELECT feedback.reason, count(*) AS number FROM answer JOIN feedback ON feedback.answer = answer.id
                WHERE NOT feedback.good AND answer.question = :question AND""" + IN_SCOPE
                + "GROUP BY feedback.reason", scope).bind("question", question)
                .map((row, _) -> reasons.put(row.getString("reason"), row.getLong("number"))).list();
        return reasons;
    }

    /// Reads the questions, the newest first.
    ///
    /// @param rows takes one, and says whether it takes the next one too
    public void rows(Scope scope, int most, Predicate<Row> rows) {
        sql.snapshot(handle -> {
            boolean _ = scoped(handle,
                    "SELECT answer.*, " + platform() + " AS platform, votes.good, votes.bad, votes.reasons"
                            + " FROM answer LEFT JOIN (" + VOTES + ") votes ON votes.answer = answer.id WHERE"
                            + IN_SCOPE
                            + "ORDER BY answer.at DESC, answer.id DESC LIMIT :most",
                    scope).bind("most", most)
                    .setFetchSize(FETCHED).map((row, _) -> row(row)).stream().allMatch(rows);
            return scope;
        });
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(time(row, "at"), row.getString("platform"), row.getString("language"),
                row.getString("article"), row.getString("question"), row.getString("kind"), row.getString("reason"),
                row.getString("payload"), row.getLong("good"), row.getLong("bad"), row.getString("reasons"));
    }

    private String platform() {
        return sql.database().before("conversation", '/');
    }

    private static Query scoped(Handle handle, String query, Scope scope) {
        return handle.createQuery(query).bind("article", scope.article()).bind("since",
                scope.since().toEpochMilli());
    }

    private static Instant time(ResultSet row, String column) throws SQLException {
        return Instant.ofEpochMilli(row.getLong(column));
    }
}
