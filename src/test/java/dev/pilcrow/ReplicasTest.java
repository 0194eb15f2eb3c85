package dev.pilcrow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.pilcrow.store.TestPostgres;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The bot as several processes on one PostgreSQL database: they share the work, one of them polls Telegram, and it does not
/// matter which of them is gone.
@BesideOthers
class ReplicasTest {

    private static final Duration LONGEST_TAKEOVER = Duration.ofSeconds(10);
    /// Ended in order.
    private static final int ENDED = 0;

    @TempDir
    private Path folder;

    @Test
    void oneOfTwoIsKilledAtRandomAndNothingIsLostNorAnsweredTwiceNorOutOfOrder() throws SQLException {
        killed(2, Effort.of(2, 100));
    }

    @Test
    void oneOfFourIsKilledAtRandomAndNothingIsLostNorAnsweredTwiceNorOutOfOrder() throws SQLException {
        killed(4, Effort.of(1, 100));
    }

    /// At first the one that polls is killed while all others stand by; then any one at any moment.
    private void killed(int processes, int kills) throws SQLException {
        TelegramTown town = new TelegramTown();
        Takeovers takeovers = new Takeovers(town);
        Random random = new Random(processes);
        Secret url = TestPostgres.url(TestPostgres.database());
        try (BusyBot busy = new BusyBot(town, folder, Map.of("PILCROW_STORE", url.reveal()));
                Replicas replicas = new Replicas(busy::start, folder, processes)) {
            replicas.awaitReady();
            for (int kill = 0; kill < kills; kill++) {
                List<BotProcess> all = replicas.all();
                BotProcess victim = kill == 0
                        ? all.stream().filter(Replicas::receives).findFirst().orElseThrow()
                        : all.get(random.nextInt(processes));
                busy.askUntilSomeMoment(victim);
                takeovers.kill(victim, all);
                replicas.remove(victim);
                replicas.add();
            }
            Readers.Count count = busy.drain(Effort.of(40, 5_000));
            Effort.report("R18 processes=" + processes + " kills=" + kills + " pollers=" + takeovers.number()
                    + " questions=" + busy.readers().asked() + " lost=" + count.lost() + " twice=" + count.twice()
                    + " disordered=" + busy.readers().disordered() + " wrong=" + count.wrong() + " orphans="
                    + count.orphans() + " slowest_takeover_ms="
                    + takeovers.slowest().toMillis());
            assertThat(count.lost()).as("lost").isZero();
            assertThat(count.twice()).as("twice").isZero();
            assertThat(busy.readers().disordered()).as("where the answer to another question should be").isZero();
            assertThat(busy.readers().wrong()).as("excuses; in the store %s", odd(url)).isEmpty();
            assertThat(takeovers.number()).as("pollers killed while others stood by").isPositive();
            assertThat(takeovers.slowest()).isLessThan(LONGEST_TAKEOVER);
            assertThat(town.violations()).isEmpty();
        }
    }

    /// Slack hands each event to one of all connections, so to any process.
    @Test
    @Tag("soak")
    void oneOfTwoIsKilledAtRandomOnSlackToo() throws SQLException {
        int kills = Effort.of(2, 100);
        SlackTown town = new SlackTown();
        Random random = new Random(4711);
        try (BusyBot busy = new BusyBot(town, folder, store());
                Replicas replicas = new Replicas(busy::start, folder, 2)) {
            replicas.awaitReady();
            for (int kill = 0; kill < kills; kill++) {
                BotProcess victim = replicas.all().get(random.nextInt(2));
                busy.askUntilSomeMoment(victim);
                victim.kill();
                replicas.remove(victim);
                replicas.add();
            }
            Readers.Count count = busy.drain(Effort.of(40, 5_000));
            Effort.report("R18 platform=slack processes=2 kills=" + kills + " questions=" + busy.readers().asked() + " "
                    + count);
            assertThat(count.lost() + count.twice() + count.wrong()).isZero();
            assertThat(town.undelivered()).as("given up by the platform").isZero();
            assertThat(town.violations()).isEmpty();
        }
    }

    /// What each process sends is paced by itself, so more of them send more, as far as the machine bears it.
    @Test
    @Tag("soak")
    void moreProcessesAnswerNoFewerQuestionsASecond() throws SQLException {
        double alone = 0;
        for (int processes : List.of(1, 2, 4)) {
            double rate = rate(processes);
            alone = processes == 1 ? rate : alone;
            Effort.report("throughput processes=%d %.1f/s beside_one=%.2f".formatted(processes, rate, rate / alone));
            assertThat(rate).as("beside one process").isGreaterThan(alone / 2);
        }
    }

    /// How many questions a second are answered when many wait.
    private double rate(int processes) throws SQLException {
        TelegramTown town = new TelegramTown();
        try (BusyBot busy = new BusyBot(town, folder, store());
                Replicas replicas = new Replicas(busy::start, folder.resolve("with" + processes), processes)) {
            town.hurry(false);
            replicas.awaitReady();
            answered(busy.readers(), 100);
            long begun = System.nanoTime();
            answered(busy.readers(), 600);
            return 600 / (Duration.ofNanos(System.nanoTime() - begun).toMillis() / 1000.0);
        }
    }

    private static void answered(Readers readers, int questions) {
        for (int i = 0; i < questions; i++) {
            readers.ask();
        }
        await().pollInterval(Duration.ofMillis(50)).atMost(Duration.ofMinutes(5)).until(() -> readers.open() == 0);
    }

    @Test
    void aRollingRestartLosesNothingAndLeavesNothingBehind() throws SQLException {
        TelegramTown town = new TelegramTown();
        try (BusyBot busy = new BusyBot(town, folder, store());
                Replicas replicas = new Replicas(busy::start, folder, 2)) {
            for (BotProcess old : replicas.all()) {
                replicas.awaitReady();
                busy.askUntilSomeMoment(old);
                replicas.add();
                replicas.awaitReady();
                busy.askUntilSomeMoment(old);
                assertThat(old.end()).isLessThan(Duration.ofSeconds(20));
                assertThat(old.exit()).as(old::log).isEqualTo(ENDED);
                replicas.remove(old);
            }
            assertThat(busy.drain(0)).isEqualTo(new Readers.Count(0, 0, 0, 0));
            assertThat(town.violations()).isEmpty();
        }
    }

    /// What the store says of questions that were not simply answered.
    private static List<String> odd(Secret url) throws SQLException {
        List<String> odd = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection(url.reveal());
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        """
                                SELECT concat_ws(' ', id, outcome, 'attempts', attempts, 'answer', answer, placeholder) FROM inbox
                                WHERE question AND outcome IS DISTINCT FROM 'answered' ORDER BY id""")) {
            while (rows.next()) {
                odd.add(rows.getString(1));
            }
        }
        return odd;
    }

    private static Map<String, String> store() throws SQLException {
        return Map.of("PILCROW_STORE", TestPostgres.url(TestPostgres.database()).reveal());
    }
}
