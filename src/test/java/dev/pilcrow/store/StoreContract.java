package dev.pilcrow.store;

import dev.pilcrow.Secret;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/// What every database must do; its parts have the tests.
abstract class StoreContract {

    static {
        Console.quiet();
    }

    static final Duration LEASE = Duration.ofSeconds(30);
    static final int MANY = 100_000;

    final TestClock clock = new TestClock();
    Store store;
    InboxTable inbox;
    ById rows;

    /// The address of an empty database, the same one during a test.
    abstract Secret url() throws Exception;

    @BeforeEach
    void open() throws Exception {
        store = Store.open(url(), clock);
        inbox = store.inbox();
        rows = new ById(inbox);
    }

    @AfterEach
    void close() {
        store.close();
    }

    void reopen() throws Exception {
        store.close();
        open();
    }

    List<Long> accept(Arrival... arrivals) {
        return inbox.accept(List.of(arrivals), MANY, MANY);
    }

    List<Claimed> claim(int most) {
        return inbox.claim("me", LEASE, most);
    }

    long save(long delivery, String conversation, String kind) {
        return store.answers().save(delivery, conversation, "ann", "article", "en", "who?", kind, "why", "{}");
    }

    List<String> turns(String conversation) {
        return store.turns().load(conversation, "article", Instant.EPOCH, 100).stream().map(TurnTable.Saved::question)
                .toList();
    }

    static TurnTable.Saved turn(String question) {
        return new TurnTable.Saved(question, "standalone " + question, "he \"said\"\n", List.of("a, b", "文"),
                List.of(3, 1));
    }
}
