package dev.pilcrow.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.pilcrow.BesideOthers;
import dev.pilcrow.store.Store;
import dev.pilcrow.store.TestPostgres;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Limits that several processes share; each store here is as good as a process.
@BesideOthers
class SharedLimitsTest {

    private static final Verdict ALLOWED = new Verdict.Allowed();

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-24T12:00:00Z"));
    private String database = "";
    private Store here;
    private Store there;

    @BeforeEach
    void open() throws Exception {
        database = TestPostgres.database();
        here = Store.open(TestPostgres.url(database), now::get);
        there = Store.open(TestPostgres.url(database), now::get);
    }

    @AfterEach
    void close() {
        here.close();
        there.close();
    }

    private static Limits of(Store store) {
        return new Limits(store.limits().orElseThrow());
    }

    @Test
    void whatAllProcessesAllowTogetherIsTheLimit() throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            List<Future<Integer>> counts = new ArrayList<>();
            for (Limits limits : List.of(of(here), of(there), of(here), of(there))) {
                counts.add(threads.submit(() -> {
                    int allowed = 0;
                    for (int i = 0; i < Limit.PERSON.size(); i++) {
                        allowed += limits.take("li", "room").equals(ALLOWED) ? 1 : 0;
                    }
                    return allowed;
                }));
            }
            int sum = 0;
            for (Future<Integer> count : counts) {
                sum += count.get();
            }
            assertThat(sum).isEqualTo(Limit.PERSON.size());
        }
    }

    /// Each question of one person takes the database a while, and all together far longer than it is waited for.
    @Test
    void aBurstOfOnePersonIsCountedHoweverSlowlyAndTakesNothingFromOthers() throws Exception {
        TestPostgres.run(database, """
                CREATE FUNCTION rest() RETURNS trigger LANGUAGE plpgsql AS
                    $$ BEGIN PERFORM pg_sleep(0.3); RETURN NEW; END $$""");
        TestPostgres.run(database, """
                CREATE TRIGGER slow BEFORE UPDATE ON bucket FOR EACH ROW WHEN (NEW.id LIKE 'PERSON %')
                    EXECUTE FUNCTION rest()""");
        Limits limits = of(here);
        try (ExecutorService threads = Executors.newFixedThreadPool(64)) {
            List<Callable<Verdict>> questions = Collections.nCopies(64, () -> limits.take("li", "room"));
            List<Verdict> verdicts = new ArrayList<>();
            for (Future<Verdict> verdict : threads.invokeAll(questions)) {
                verdicts.add(verdict.get());
            }
            assertThat(verdicts).filteredOn(ALLOWED::equals).hasSize(Limit.PERSON.size());
            assertThat(verdicts).filteredOn(Verdict.Refused.class::isInstance).hasSize(64 - Limit.PERSON.size());
        }
        for (int i = Limit.PERSON.size(); i < Limit.CONVERSATION.size(); i++) {
            assertThat(of(there).take("somebody" + i, "room")).isEqualTo(ALLOWED);
        }
        assertThat(of(there).take("han", "room")).isInstanceOf(Verdict.Refused.class);
    }

    /// It comes again each second, and would be too much by itself if each time took something that cannot be given back.
    @Test
    void aQuestionThatCannotBeCountedNowTakesNothing() throws Exception {
        assertThat(of(here).take("li", "room")).isEqualTo(ALLOWED);
        TestPostgres.run(database, """
                CREATE FUNCTION fail() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE 'away'; END $$""");
        TestPostgres.run(database, """
                CREATE TRIGGER away BEFORE UPDATE ON bucket FOR EACH ROW WHEN (OLD.state IS NOT NULL)
                    EXECUTE FUNCTION fail()""");
        assertThat(of(here).take("han", "other")).as("all were counted before, but not han")
                .isEqualTo(new Verdict.Unknown());
        TestPostgres.run(database, "DROP TRIGGER away ON bucket");
        for (int i = 0; i < Limit.PERSON.size(); i++) {
            assertThat(of(here).take("han", "other")).isEqualTo(ALLOWED);
        }
    }

    @Test
    void whoIsToldByOneProcessIsNotToldByAnother() {
        exhaust(of(here));
        assertThat(of(here).take("li", "room"))
                .isEqualTo(new Verdict.Refused(Limit.PERSON, Duration.ofSeconds(6), true));
        assertThat(of(there).take("li", "other"))
                .isEqualTo(new Verdict.Refused(Limit.PERSON, Duration.ofSeconds(6), false));
        now.updateAndGet(before -> before.plusSeconds(6));
        assertThat(of(there).take("li", "other")).isEqualTo(ALLOWED);
        assertThat(of(here).take("li", "room")).as("told anew after one that was allowed")
                .isEqualTo(new Verdict.Refused(Limit.PERSON, Duration.ofSeconds(6), true));
    }

    @Test
    void limitsOutliveAProcess() throws Exception {
        exhaust(of(here));
        here.close();
        here = Store.open(TestPostgres.url(database), now::get);
        assertThat(of(here).take("li", "room")).isInstanceOf(Verdict.Refused.class);
    }

    @Test
    void whatIsRefusedCountsAgainstNoLimitOfAnyProcess() {
        exhaust(of(here));
        for (int i = 0; i < Limit.CONVERSATION.size(); i++) {
            assertThat(of(there).take("li", "room")).isInstanceOf(Verdict.Refused.class);
        }
        for (int i = Limit.PERSON.size(); i < Limit.CONVERSATION.size(); i++) {
            assertThat(of(here).take("somebody" + i, "room")).isEqualTo(ALLOWED);
        }
        assertThat(of(there).take("han", "room")).isInstanceOf(Verdict.Refused.class);
    }

    /// The limit of all does not fail open, so a question waits; with it aside, every other limit lets it pass.
    @Test
    void whileTheDatabaseIsAwayOnlyALimitThatFailsOpenLetsPass() throws Exception {
        Limits limits = of(here);
        assertThat(limits.take("li", "room")).isEqualTo(ALLOWED);
        TestPostgres.deny(database, true);
        assertThat(limits.take("li", "room")).isEqualTo(new Verdict.Unknown());
        assertThat(List.of(Limit.values())).filteredOn(limit -> !limit.failsOpen()).containsExactly(Limit.ALL);
        TestPostgres.deny(database, false);
        await().atMost(Duration.ofSeconds(20)).until(() -> limits.take("li", "room").equals(ALLOWED));
    }

    @Test
    void whatSaysNothingAnyMoreIsRemoved() {
        now.set(Instant.now());
        exhaust(of(here));
        assertThat(of(here).take("li", "room")).isInstanceOf(Verdict.Refused.class);
        assertThat(there.limits().orElseThrow().purge()).isZero();
        now.updateAndGet(before -> before.plus(Duration.ofDays(2)));
        assertThat(there.limits().orElseThrow().purge()).as("the buckets of four limits, and who was told")
                .isEqualTo(5);
    }

    private static void exhaust(Limits limits) {
        for (int i = 0; i < Limit.PERSON.size(); i++) {
            assertThat(limits.take("li", "room")).isEqualTo(ALLOWED);
        }
    }
}
