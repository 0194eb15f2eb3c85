package dev.pilcrow.store;

import static dev.pilcrow.store.ArrivalBuilder.question;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What must hold in a crowd, in any order of events, after a kill and after a close.
abstract class HardshipContract extends StoreContract {

    private static final boolean FULL = "full".equals(System.getProperty("pilcrow.effort"));
    private static final int STEPS = FULL ? 5_000 : 800;
    private static final int KILLS = FULL ? 200 : 3;

    @Test
    void worksForAThreadThatIsInterrupted() {
        Thread.currentThread().interrupt();
        long id = accept(question("ann", 1).build()).getFirst();
        rows.done(id, "stopped");
        assertThat(Thread.interrupted()).isTrue();
        assertThat(inbox.outcomes()).isEqualTo(Map.of("stopped", 1L));
    }

    /// Rows are added, worked on, let go of, stopped and moved at random, by two owners; after each step, what can be claimed
    /// is what the rules say.
    @Test
    void neverClaimsAnythingButTheFirstOpenRowOfALane() {
        RandomGenerator random = new Random(20261124);
        for (int step = 0, number = 0; step < STEPS; step++) {
            switch (random.nextInt(8)) {
                case 0, 1 -> {
                    for (int i = random.nextInt(4); i >= 0; i--) {
                        accept(question("p" + random.nextInt(4), number++).in(chat(random)).build());
                    }
                }
                case 2 -> inbox.claim(random.nextBoolean() ? "me" : "other", LEASE, 2);
                case 3 -> anyOpen(random).ifPresent(id -> rows.done(id, "answered"));
                case 4 -> anyOpen(random)
                        .ifPresent(id -> rows.later(id, Duration.ofSeconds(random.nextInt(20)), random.nextBoolean()));
                case 5 -> anyOpen(random).ifPresent(id -> inbox.askToStop(id, "stopped"));
                case 6 -> {
                    if (random.nextInt(10) == 0) {
                        inbox.move(chat(random), chat(random));
                    } else if (random.nextInt(10) == 0) {
                        inbox.leave(chat(random));
                    }
                }
                default -> clock.pass(Duration.ofSeconds(random.nextInt(10)));
            }
            assertThat(claimable(1_000)).as("step %d", step).isEqualTo(model());
        }
    }

    private static String chat(RandomGenerator random) {
        return "telegram/1/-" + (1 + random.nextInt(3));
    }

    private Optional<Long> anyOpen(RandomGenerator random) {
        List<Long> open = numbers("SELECT id FROM inbox WHERE outcome IS NULL ORDER BY id");
        return open.isEmpty() ? Optional.empty() : Optional.of(open.get(random.nextInt(open.size())));
    }

    private List<Long> claimable(int most) {
        return numbers(InboxTable.CLAIMABLE.replace(":now", clock.millis() + "").replace(":most", most + ""));
    }

    private List<Long> model() {
        return numbers("""
                SELECT id FROM inbox WHERE outcome IS NULL AND not_before <= %1$d AND lease_until <= %1$d AND id IN (
                    SELECT min(id) FROM inbox WHERE outcome IS NULL GROUP BY lane) ORDER BY id"""
                .formatted(clock.millis()));
    }

    private List<Long> numbers(String query) {
        return store.transactions().read(handle -> handle.createQuery(query).mapTo(Long.class).list());
    }

    @Test
    void mendsALaneWithoutAHead() {
        List<Long> ids = accept(question("ann", 1).build(), question("ann", 2).build());
        store.transactions().execute("UPDATE inbox SET head = FALSE");
        assertThat(claim(10)).isEmpty();

        inbox.reclaim("me");

        assertThat(claim(10)).extracting(Claimed::id).containsExactly(ids.getFirst());
    }

    /// The controls have the other lanes alone. The look for a row is timed alone too, as the disk takes most of the rest.
    /// On a machine that does much else, times cannot be told apart, so this is not in every build.
    @Test
    @Tag("soak")
    void oneLaneWithTenThousandRowsMakesNothingSlower() {
        acceptMany("other", 0, 200);
        long lookAlone = fastest(this::look);
        long workAlone = fastest(() -> work(20));
        acceptMany("one", 1_000, 10_000);
        acceptMany("other", 100_000, 200);
        while (!claim(100).isEmpty()) {
            // the rows of before, and the first of the long lane
        }
        acceptMany("another", 200_000, 200);

        long look = fastest(this::look);
        long work = fastest(() -> work(20));

        assertThat(inbox.waiting()).isGreaterThan(10_000);
        assertThat(look).as("ns; alone %d", lookAlone).isLessThan(10 * lookAlone);
        assertThat(work).as("ns; alone %d", workAlone).isLessThan(5 * workAlone);
    }

    private void look() {
        for (int i = 0; i < 20; i++) {
            assertThat(claimable(1)).hasSize(1);
        }
    }

    private void acceptMany(String person, int from, int number) {
        accept(IntStream.range(from, from + number)
                .mapToObj(n -> question(person.equals("one") ? person : person + n, n).build())
                .toArray(Arrival[]::new));
    }

    private void work(int rows) {
        for (int i = 0; i < rows; i++) {
            Claimed row = claim(1).getFirst();
            inbox.nextDue();
            inbox.done(row, "answered");
        }
    }

    private static long fastest(Runnable work) {
        return IntStream.range(0, 5).mapToLong(_ -> {
            long start = System.nanoTime();
            work.run();
            return System.nanoTime() - start;
        }).min().orElseThrow();
    }

    /// A process accepts rows and tells their numbers, until it is killed.
    @Test
    void whatWasAcceptedIsThereAfterAKill() throws Exception {
        RandomGenerator random = new Random();
        Set<Long> told = new TreeSet<>();
        for (int kill = 0; kill < KILLS; kill++) {
            store.close();
            told.addAll(Acceptor.killedAfter(url(), Duration.ofMillis(random.nextInt(300)), kill));
            open();
            assertThat(numbers("SELECT id FROM inbox")).containsAll(told);
        }
        assertThat(told).hasSizeGreaterThan(KILLS);
        assertThat(numbers("SELECT count(DISTINCT keys) - count(*) FROM inbox")).containsExactly(0L);
    }

    @Test
    void throwsAfterItIsClosedAndStaysClosed() throws Exception {
        store.close();
        Store next = Store.open(url(), clock);
        store.close();

        assertThatExceptionOfType(StoreFailure.class).isThrownBy(store::check);
        assertThatExceptionOfType(StoreFailure.class).isThrownBy(() -> claim(1));
        assertThatNoException().isThrownBy(next::check);
        next.close();
    }

    @Test
    void refusesTablesOfANewerProgram() throws Exception {
        store.transactions().execute(
                """
                        INSERT INTO pilcrow_schema (installed_rank, version, description, type, script, checksum, installed_by,
                            execution_time, success) VALUES (99, '99', 'newer', 'SQL', 'V99__newer.sql', 1, 'somebody', 1, TRUE)""");
        store.close();

        assertThatExceptionOfType(StoreException.class).isThrownBy(() -> Store.open(url(), clock))
                .extracting(StoreException::problem).isEqualTo(StoreException.Problem.NOT_OURS);
    }

    @Test
    void isWell() {
        assertThatNoException().isThrownBy(store::check);
    }
}
