package dev.pilcrow.store;

import static dev.pilcrow.store.ArrivalBuilder.question;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import dev.pilcrow.Secret;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What several processes do that share a PostgreSQL database; each store here is as good as a process, as nothing in the
/// JVM connects two stores.
class PostgresSharingTest {

    static {
        Console.quiet();
    }

    private static final Duration LEASE = Duration.ofSeconds(30);
    private static final int MANY = 100_000;

    private String database = "";

    @BeforeEach
    void create() throws Exception {
        database = TestPostgres.database();
    }

    @Test
    void commitsAreOnDiskWhateverTheServersDefault() throws Exception {
        TestPostgres.run("postgres", "ALTER DATABASE " + database + " SET synchronous_commit = off");
        try (Store store = another()) {
            assertThat(store.transactions().<String>read(
                    handle -> handle.createQuery("SHOW synchronous_commit").mapTo(String.class).one())).isEqualTo("on");
        }
    }

    @Test
    void manyProcessesThatStartAtOnceMakeTheTablesOnce() throws Exception {
        Secret empty = TestPostgres.url(TestPostgres.database());
        for (Store store : atOnce(4, _ -> Store.open(empty, InstantSource.system()))) {
            store.check();
            store.close();
        }
    }

    /// As in a rolling restart: a process of the program before is at work while those of this one bring the tables up to date.
    @Test
    void tablesAreBroughtUpToDateWhileTheProgramBeforeIsAtWork() throws Exception {
        String old = TestPostgres.database();
        Secret url = TestPostgres.url(old);
        Database before = Database.at(url, Database.Use.WRITE);
        Schema.migrate(before, "1");
        try (Transactions works = new Transactions(before)) {
            List<Integer> rows = atOnce(5, process -> {
                if (process > 0) {
                    Store.open(url, InstantSource.system()).close();
                    return 0;
                }
                int accepted = 0;
                for (; accepted < 300; accepted++) {
                    Arrival row = question("ann", accepted).build();
                    works.<Integer>write(
                            handle -> new Arrivals(handle, before, 0).accept(List.of(row), MANY, MANY).size());
                }
                return accepted;
            });
            try (Store store = Store.open(url, InstantSource.system())) {
                assertThat(store.inbox().waiting()).isEqualTo(rows.getFirst());
                assertThat(store.inbox().claim("me", LEASE, 5)).hasSize(1);
                assertThat(store.limits().orElseThrow().tell("ann")).isTrue();
            }
        }
    }

    @Test
    void aDeliveryThatTwoProcessesTakeAtOnceIsOneRow() throws Exception {
        try (Store one = another(); Store two = another()) {
            List<Store> stores = List.of(one, two);
            List<List<Long>> ids = atOnce(2, process -> {
                Random random = new Random(process);
                List<Long> accepted = new ArrayList<>();
                for (int from = 0; from < 300; from += 10) {
                    List<Arrival> batch = new ArrayList<>(
                            IntStream.range(from, from + 10).mapToObj(n -> question("p" + n % 7, n).build()).toList());
                    Collections.shuffle(batch, random);
                    accepted.addAll(stores.get(process).inbox().accept(batch, MANY, MANY));
                }
                return accepted;
            });

            assertThat(one.inbox().waiting()).isEqualTo(300);
            assertThat(ids.stream().mapToInt(List::size).sum()).isEqualTo(300);
        }
    }

    /// While rows come in, processes claim, work for a moment and finish. Nobody may ever have two rows of a lane, each row
    /// is worked on once, and in the order of its lane.
    @Test
    void processesShareTheWorkInTheOrderOfEachLane() throws Exception {
        int rows = 600;
        Map<String, Long> working = new ConcurrentHashMap<>();
        Map<String, List<Long>> worked = new ConcurrentHashMap<>();
        List<Store> stores = List.of(another(), another(), another());
        long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        atOnce(5, process -> {
            InboxTable inbox = stores.get(process % 3).inbox();
            if (process >= 3) {
                for (int n = process - 3; n < rows; n += 2) {
                    inbox.accept(List.of(question("p" + n % 5, n).build()), MANY, MANY);
                }
            } else {
                while (worked.values().stream().mapToInt(List::size).sum() < rows) {
                    assertThat(System.nanoTime()).as("still %d open", inbox.waiting()).isLessThan(end);
                    for (Claimed row : inbox.claim("owner" + process, LEASE, 3)) {
                        String lane = row.arrival().lane();
                        assertThat(working.put(lane, row.id())).isNull();
                        worked.computeIfAbsent(lane, _ -> Collections.synchronizedList(new ArrayList<>()))
                                .add(row.id());
                        Thread.onSpinWait();
                        working.remove(lane);
                        inbox.done(row, "answered");
                    }
                }
            }
            return process;
        });

        assertThat(worked.values()).allSatisfy(ids -> assertThat(ids).isSorted().doesNotHaveDuplicates());
        assertThat(stores.getFirst().inbox().outcomes()).isEqualTo(Map.of("answered", (long) rows));
        stores.forEach(Store::close);
    }

    @Test
    void aRowThatComesWhileTheOneBeforeItEndsIsNotForgotten() throws Exception {
        try (Store one = another(); Store two = another()) {
            long first = one.inbox().accept(List.of(question("ann", 1).build()), MANY, MANY).getFirst();

            List<Long> second = whileOpen(one,
                    handle -> new Lanes(handle, one.transactions().database()).end(first, "answered", 0,
                            Long.MAX_VALUE),
                    () -> two.inbox().accept(List.of(question("ann", 2).build()), MANY, MANY));

            assertThat(two.inbox().claim("me", LEASE, 5)).extracting(Claimed::id).isEqualTo(second);
        }
    }

    @Test
    void aLanesRowsAppearInTheOrderOfTheirNumbers() throws Exception {
        try (Store one = another(); Store two = another()) {
            List<Claimed> claimed = whileOpen(one,
                    handle -> new Arrivals(handle, one.transactions().database(), 0)
                            .accept(List.of(question("ann", 1).build()), MANY, MANY),
                    () -> {
                        two.inbox().accept(List.of(question("ann", 2).build()), MANY, MANY);
                        return two.inbox().claim("me", LEASE, 5);
                    });

            assertThat(claimed).extracting(row -> row.arrival().message()).containsExactly("-100 1");
        }
    }

    /// Does something in a transaction, and then something else in a while in which the transaction is not over.
    private static <T> T whileOpen(Store store, Consumer<Handle> work, Callable<T> meanwhile) throws Exception {
        CountDownLatch worked = new CountDownLatch(1);
        CountDownLatch over = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<?> transaction = threads.submit(() -> store.transactions().<Boolean>write(handle -> {
                work.accept(handle);
                worked.countDown();
                await().until(() -> over.getCount() == 0);
                return true;
            }));
            worked.await();
            Future<T> result = threads.submit(meanwhile);
            try {
                result.get(300, TimeUnit.MILLISECONDS);
            } catch (TimeoutException _) {
                // it waits, as it should
            }
            over.countDown();
            transaction.get();
            return result.get();
        }
    }

    @Test
    void onlyTheDeadLoseTheirLeases() throws Exception {
        Store dying = another();
        try (Store alive = another(); Store looking = another()) {
            alive.inbox().accept(List.of(question("ann", 1).build(), question("bob", 2).build()), MANY, MANY);
            long first = alive.inbox().claim("alive", LEASE, 1).getFirst().id();
            long second = dying.inbox().claim("dying", LEASE, 1).getFirst().id();
            assertThat(looking.inbox().reclaim("looking")).isZero();

            dying.close();

            await().untilAsserted(() -> {
                looking.inbox().reclaim("looking");
                assertThat(looking.inbox().claim("looking", LEASE, 5)).extracting(Claimed::id).containsExactly(second);
            });
            assertThat(new ById(alive.inbox()).holds(first, "alive")).isTrue();
        }
    }

    @Test
    void worksAgainAfterTheServerBrokeAllConnections() throws Exception {
        try (Store store = another(); Store looking = another()) {
            store.inbox().accept(List.of(question("ann", 1).build()), MANY, MANY);
            long id = store.inbox().claim("me", LEASE, 1).getFirst().id();
            assertThat(looking.inbox().reclaim("looking")).isZero();

            TestPostgres.run("postgres",
                    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '" + database + "'");

            await().ignoreExceptionsInstanceOf(StoreFailure.class).untilAsserted(() -> {
                assertThat(looking.inbox().reclaim("looking")).as("though its lock is gone").isZero();
                store.inbox().renew("me", LEASE);
            });
            assertThat(new ById(store.inbox()).holds(id, "me")).isTrue();
            new ById(store.inbox()).done(id, "answered");
            assertThat(store.inbox().outcomes()).isEqualTo(Map.of("answered", 1L));
        }
    }

    @Test
    void failsAsAStoreWhileTheServerIsAwayAndWorksAfterwards() throws Exception {
        try (Store store = another()) {
            TestPostgres.run("postgres", "ALTER DATABASE " + database + " ALLOW_CONNECTIONS false");
            TestPostgres.run("postgres",
                    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '" + database + "'");
            assertThatExceptionOfType(StoreFailure.class).isThrownBy(store::check);

            TestPostgres.run("postgres", "ALTER DATABASE " + database + " ALLOW_CONNECTIONS true");

            await().atMost(Duration.ofSeconds(20)).ignoreExceptionsInstanceOf(StoreFailure.class)
                    .untilAsserted(store::check);
        }
    }

    private Store another() throws Exception {
        return Store.open(TestPostgres.url(database), InstantSource.system());
    }

    private interface Part<T> {
        T run(int number) throws Exception;
    }

    private static <T> List<T> atOnce(int number, Part<T> part) throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(number)) {
            List<Callable<T>> parts = IntStream.range(0, number).<Callable<T>>mapToObj(n -> () -> part.run(n)).toList();
            List<T> results = new ArrayList<>();
            for (Future<T> result : threads.invokeAll(parts)) {
                results.add(result.get());
            }
            return results;
        }
    }
}
