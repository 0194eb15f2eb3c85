package dev.pilcrow.store;

import static dev.pilcrow.store.ArrivalBuilder.question;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What processes that share a PostgreSQL database tell each other, and which of them has a duty; each store here is as good
/// as a process.
class PostgresNewsTest {

    static {
        Console.quiet();
    }

    private static final Duration LEASE = Duration.ofSeconds(30);
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final int MANY = 1_000;

    private String database = "";
    private Store here;
    private Store there;
    private final List<News> heard = new CopyOnWriteArrayList<>();
    private Hearing hearing;

    @BeforeEach
    void open() throws Exception {
        database = TestPostgres.database();
        here = Store.open(TestPostgres.url(database), InstantSource.system());
        there = Store.open(TestPostgres.url(database), InstantSource.system());
        hearing = here.hear(heard::add);
        await().atMost(SOON).until(() -> heard.equals(List.of(News.values())));
        heard.clear();
    }

    @AfterEach
    void close() {
        hearing.close();
        here.close();
        there.close();
    }

    private long accepted(Store by, int number) {
        return by.inbox().accept(List.of(question("ann", number).build()), MANY, MANY).getFirst();
    }

    private void hears(News... news) {
        await().atMost(SOON).untilAsserted(() -> assertThat(heard).containsExactly(news));
        heard.clear();
    }

    @Test
    void whatOneProcessAcceptsOthersHearOf() {
        accepted(there, 1);
        hears(News.WORK);
    }

    @Test
    void whatIsPutBackOrComesNextInItsLaneOthersHearOf() {
        accepted(there, 1);
        hears(News.WORK);
        accepted(there, 2);
        hears(News.WORK);
        long first = there.inbox().claim("there", LEASE, 5).getFirst().id();
        new ById(there.inbox()).later(first, Duration.ZERO, true);
        hears(News.WORK);
        there.inbox().claim("there", LEASE, 5);
        new ById(there.inbox()).done(first, "answered");
        hears(News.WORK);
        there.inbox().claim("there", LEASE, 5);
        assertThat(there.inbox().abandon("there")).isOne();
        hears(News.WORK);
    }

    @Test
    void whoWorksOnWhatIsToBeStoppedHearsOfIt() {
        long row = accepted(here, 1);
        here.inbox().claim("here", LEASE, 5);
        assertThat(there.inbox().askToStop(row, "stopped")).isTrue();
        hears(News.STOP);
        assertThat(here.inbox().renew("here", LEASE)).containsEntry(row, "stopped");
    }

    @Test
    void aProcessDoesNotHearOfItself() {
        accepted(here, 1);
        there.inbox().askToStop(accepted(there, 2), "stopped");
        hears(News.WORK);
    }

    @Test
    void whatIsNotCommittedNobodyHearsOf() {
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> there.transactions().<Boolean>write(handle -> {
                    there.transactions().database().tell(handle, News.STOP);
                    throw new IllegalStateException("given up");
                }));
        accepted(there, 1);
        hears(News.WORK);
    }

    @Test
    void whenTheSessionBrokeAllThatMayHaveBeenMissedIsHeard() throws Exception {
        breakAll();
        await().atMost(SOON).untilAsserted(() -> assertThat(heard).containsExactly(News.values()));
        heard.clear();
        // A connection that breaks at the very end has stored what it says it has not, so each try is another question.
        AtomicInteger tries = new AtomicInteger();
        await().atMost(SOON).ignoreExceptionsInstanceOf(StoreFailure.class)
                .until(() -> accepted(there, tries.incrementAndGet()) > 0);
        hears(News.WORK);
    }

    @Test
    void oneProcessHasADutyUntilItGivesItBackOrEnds() {
        assertThat(here.has("poll")).isTrue();
        assertThat(there.has("poll")).isFalse();
        assertThat(here.has("poll")).isTrue();
        assertThat(there.has("another")).isTrue();

        here.release("poll");
        assertThat(there.has("poll")).isTrue();
        assertThat(here.has("poll")).isFalse();

        there.close();
        await().atMost(SOON).until(() -> here.has("poll"));
    }

    @Test
    void whoseSessionBrokeHasItsDutyOnlyIfNobodyElseHas() throws Exception {
        assertThat(here.has("poll")).isTrue();
        breakAll();
        await().atMost(SOON).ignoreExceptionsInstanceOf(StoreFailure.class).until(() -> there.has("poll"));
        assertThat(here.has("poll")).isFalse();
        assertThat(there.has("poll")).isTrue();
    }

    @Test
    void aDutyIsNobodysWhenNobodyCanTell() throws Exception {
        assertThat(here.has("poll")).isTrue();
        TestPostgres.run("postgres", "ALTER DATABASE " + database + " ALLOW_CONNECTIONS false");
        breakAll();
        assertThatExceptionOfType(StoreFailure.class).isThrownBy(() -> here.has("poll"));
        TestPostgres.run("postgres", "ALTER DATABASE " + database + " ALLOW_CONNECTIONS true");
    }

    private void breakAll() throws Exception {
        TestPostgres.run("postgres",
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '" + database + "'");
    }
}
