package dev.pilcrow.store;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

/// How long things are kept, and the removal of what is older: in batches so small that nobody waits long for one, and
/// without harm by several processes at a time. Thread-safe.
public final class Retention {

    /// How long what readers wrote is kept, and what hangs on it, and how long that which only the next question needs.
    ///
    /// @param records questions, answers, votes and what arrived
    /// @param turns what conversations were about
    public record Terms(Duration records, Duration turns) {
    }

    /// Rows of one batch.
    static final int BATCH = 500;

    /// An article that no process has asked about for so long is nobody's current one.
    private static final Duration UNUSED = Duration.ofDays(2);
    private static final Duration PAUSE = Duration.ofMillis(20);

    /// Which rows of a table are too old at `:before`, and by what they are told apart.
    private record Rule(String table, String key, String old) {

        String query(Database database) {
            return "DELETE FROM %1$s WHERE %2$s IN (SELECT %2$s FROM %1$s WHERE %3$s LIMIT %4$d%5$s)".formatted(table,
                    key, old, BATCH, database.skippingLocked());
        }
    }

    private static final Rule SEEN = new Rule("seen", "key", "at < :before");
    private static final Rule FORGOTTEN = new Rule("forgotten", "id", "at < :before");
    private static final Rule TURNS = new Rule("turn", "id", "at < :before");
    private static final Rule ARTICLES = new Rule("article", "id", """
            used < :before AND NOT EXISTS (SELECT 1 FROM answer WHERE answer.article = article.id)""");

    /// What is as old as the records, in the order in which one refers to the next.
    private static final List<Rule> RECORDS = List.of(
            new Rule("inbox", "id", "outcome IS NOT NULL AND done_at < :before"),
            new Rule("answer", "id", "at < :before"),
            new Rule("quiet", "conversation",
                    """
                            at < :before AND NOT EXISTS (SELECT 1 FROM answer WHERE answer.conversation = quiet.conversation)"""),
            new Rule("chat", "id",
                    "at < :before AND NOT EXISTS (SELECT 1 FROM inbox WHERE inbox.chat = chat.id AND outcome IS NULL)"));

    private final Transactions sql;
    private final InstantSource clock;

    Retention(Transactions sql, InstantSource clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /// Removes what need not be kept any more. An interrupt ends it early, and leaves the thread interrupted.
    ///
    /// Answers take the votes on them along. An article stays as long as an answer cites it, or a process says that it is
    /// asked about.
    ///
    /// @return how many rows
    public int purge(Terms terms) {
        int removed = purge(SEEN, Duration.ofMillis(Arrivals.REMEMBERED_MILLIS));
        removed += purge(FORGOTTEN, Duration.ofMillis(Arrivals.REMEMBERED_MILLIS));
        removed += purge(TURNS, terms.turns());
        for (Rule rule : RECORDS) {
            removed += purge(rule, terms.records());
        }
        return removed + purge(ARTICLES, UNUSED);
    }

    private int purge(Rule rule, Duration kept) {
        long before = clock.instant().minus(kept).toEpochMilli();
        int removed = 0;
        int batch = BATCH;
        while (batch == BATCH && !Thread.currentThread().isInterrupted()) {
            batch = sql.write(handle -> handle.createUpdate(rule.query(sql.database())).bind("before", before)
                    .execute());
            removed += batch;
            if (batch == BATCH) {
                pause();
            }
        }
        return removed;
    }

    /// Lets others have the database for a moment.
    private static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }
}
