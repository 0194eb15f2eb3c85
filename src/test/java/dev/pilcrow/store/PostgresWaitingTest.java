package dev.pilcrow.store;

import static dev.pilcrow.store.ArrivalBuilder.CHAT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.pilcrow.Secret;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// How long processes that share a PostgreSQL database wait for each other, and how many connections they take from each
/// other; each store here is as good as a process.
class PostgresWaitingTest {

    static {
        Console.quiet();
    }

    private static final Duration LEASE = Duration.ofSeconds(30);
    private static final String LANE = CHAT + " telegram/7";

    private String database = "";
    private Store one;
    private Store two;

    @BeforeEach
    void open() throws Exception {
        database = TestPostgres.database();
        one = Store.open(url(), InstantSource.system());
        two = Store.open(url(), InstantSource.system());
    }

    @AfterEach
    void close() {
        one.close();
        two.close();
    }

    private Secret url() {
        return TestPostgres.url(database);
    }

    private long ask(int number) {
        return one.inbox().accept(List.of(new Arrival(List.of("telegram/1/u" + number), "telegram", CHAT, CHAT, LANE,
                "telegram/7", null, null, false, true, "{}")), 9, 9).getFirst();
    }

    private static List<String> said(Handle handle, String query) {
        return handle.createQuery(query).mapTo(String.class).list();
    }

    /// The work on the first question ends while the person is forgotten, whose second question waits behind it.
    @Test
    void whoeverForgetsAndWhoeverEndsAQuestionNeverWaitForEachOtherInACircle() throws Exception {
        long first = ask(1);
        long second = ask(2);
        assertThat(one.inbox().claim("me", LEASE, 9)).extracting(Claimed::id).containsExactly(first);
        CountDownLatch locked = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Boolean> end = threads.submit(() -> one.transactions().write(handle -> {
                one.transactions().database().lock(handle, List.of(LANE));
                locked.countDown();
                await().until(() -> said(handle, "SELECT pid FROM pg_locks WHERE NOT granted").size() == 1);
                return new Lanes(handle, one.transactions().database()).end(first, "answered", 1, Long.MAX_VALUE);
            }));
            locked.await();
            Future<Forgotten> forgotten = threads.submit(() -> two.people().forget("telegram", "7"));

            assertThat(end.get()).isTrue();
            assertThat(forgotten.get().deliveries()).isEqualTo(2);
        }
        assertThat(one.inbox().row(second)).isEmpty();
    }

    @Test
    void aTransactionThatStandsStillHoldsUpNoRowsButItsOwn() throws Exception {
        Store dying = Store.open(url(), InstantSource.system());
        long still = ask(1);
        long other = one.inbox().accept(List.of(ArrivalBuilder.question("bob", 2).build()), 9, 9).getFirst();
        assertThat(dying.inbox().claim("dying", LEASE, 9)).hasSize(2);
        dying.close();

        one.transactions().<Integer>write(handle -> {
            handle.execute("UPDATE inbox SET placeholder = '1' WHERE id = ?", still);
            await().untilAsserted(() -> {
                two.inbox().reclaim("two");
                assertThat(two.inbox().claim("two", LEASE, 9)).extracting(Claimed::id).containsExactly(other);
            });
            return 0;
        });

        assertThat(two.inbox().reclaim("two")).as("when it is over").isEqualTo(1);
        assertThat(two.inbox().claim("two", LEASE, 9)).extracting(Claimed::id).containsExactly(still);
    }

    /// The server sees to that, so that it holds for a machine too that can do nothing any more.
    @Test
    void aTransactionThatStandsStillIsEnded() {
        assertThat(one.transactions()
                .<List<String>>read(handle -> said(handle, "SHOW idle_in_transaction_session_timeout")))
                .containsExactly("10s");
        assertThat(one.transactions().<List<String>>read(handle -> said(handle, """
                SELECT setting FROM pg_settings WHERE name LIKE 'tcp_keepalives%' ORDER BY name""")))
                .containsExactly("2", "3", "2");
    }

    @Test
    void aProcessHasFourteenConnectionsAtMost() throws Exception {
        two.close();
        LimitTable limits = one.limits().orElseThrow();
        try (Store reading = Store.openReadOnly(url(), InstantSource.system());
                Hearing _ = one.hear(_ -> {
                });
                ExecutorService threads = Executors.newFixedThreadPool(16)) {
            one.inbox().claim("me", LEASE, 1);
            List<Callable<Boolean>> work = new ArrayList<>();
            for (int i = 0; i < 200; i++) {
                String person = "somebody" + i;
                work.add(() -> limits.inTurn(() -> limits.tell(person)));
                work.add(() -> one.inbox().isOpen(1));
                work.add(() -> reading.inbox().isOpen(1));
            }
            assertThat(threads.invokeAll(work)).hasSameSizeAs(work);
            await().untilAsserted(() -> assertThat(connections()).isEqualTo(14));
        }
    }

    private int connections() {
        return one.transactions().read(handle -> handle.createQuery(
                "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'pilcrow'")
                .mapTo(Integer.class).one());
    }
}
