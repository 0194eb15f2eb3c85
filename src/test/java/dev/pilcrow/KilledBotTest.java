package dev.pilcrow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.pilcrow.store.TestPostgres;
import dev.pilcrow.telegram.server.Fault;
import dev.pilcrow.telegram.server.Setup;
import dev.pilcrow.telegram.server.TelegramServer;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The bot as a process that is killed, or asked to end, at random moments while people ask: every question has one answer.
class KilledBotTest {

    private static final Duration LONG = Duration.ofMinutes(3);
    private static final int START_MILLIS = 1500;

    private final Random random = new Random(4711);
    private final TelegramServer server = TelegramServer.start(Setup.usual().keeping(1000, 100));
    private final Readers readers = new Readers(server);

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void killedAtRandomItLosesNothingAndAnswersNothingTwiceOnSqlite(@TempDir Path folder) {
        killed("sqlite", folder, Map.of());
    }

    @Test
    void killedAtRandomItLosesNothingAndAnswersNothingTwiceOnPostgresql(@TempDir Path folder) throws SQLException {
        killed("postgresql", folder, Map.of("PILCROW_STORE", TestPostgres.url(TestPostgres.database()).reveal()));
    }

    private void killed(String store, Path folder, Map<String, String> settings) {
        int kills = Effort.of(5, 500);
        slowDown();
        for (int kill = 0; kill < kills; kill++) {
            try (BotProcess bot = start(folder, settings)) {
                askUntil(System.nanoTime() + Duration.ofMillis(random.nextInt(2 * START_MILLIS)).toNanos());
                bot.kill();
            }
        }
        server.heal();
        try (BotProcess _ = start(folder, settings)) {
            awaitAnswers();
        }
        Effort.report("R1 store=%s kills=%d questions=%d lost=%d twice=%d orphans=%d".formatted(store, kills,
                readers.asked(), readers.lost(), readers.twice(), readers.orphans()));
        assertNothingLost();
    }

    @Test
    void askedToEndUnderLoadItEndsSoonAndLosesNothing(@TempDir Path folder) {
        int terms = Effort.of(3, 200);
        slowDown();
        Duration slowest = Duration.ZERO;
        for (int term = 0; term < terms; term++) {
            try (BotProcess bot = start(folder, Map.of())) {
                askUntil(System.nanoTime()
                        + Duration.ofMillis(START_MILLIS + random.nextInt(START_MILLIS)).toNanos());
                Duration end = bot.end();
                slowest = end.compareTo(slowest) > 0 ? end : slowest;
            }
        }
        server.heal();
        try (BotProcess _ = start(folder, Map.of())) {
            awaitAnswers();
        }
        Effort.report("R17 terms=%d questions=%d lost=%d twice=%d orphans=%d slowest_end_ms=%d".formatted(terms,
                readers.asked(), readers.lost(), readers.twice(), readers.orphans(), slowest.toMillis()));
        assertThat(slowest).isLessThan(Duration.ofSeconds(20));
        assertThat(readers.orphans()).as("an end in order leaves none").isZero();
        assertNothingLost();
    }

    /// Telegram takes its time, so that the bot is between two steps most of the time.
    private void slowDown() {
        server.failAtRandom("sendMessage", 0.5, random, new Fault.Slow(Duration.ofMillis(60)));
        server.failAtRandom("editMessageText", 0.5, random, new Fault.Slow(Duration.ofMillis(60)));
    }

    private void askUntil(long end) {
        while (System.nanoTime() - end < 0) {
            readers.ask();
            sleep(20 + random.nextInt(60));
        }
    }

    private void awaitAnswers() {
        await().atMost(LONG).pollInterval(Duration.ofMillis(200)).until(() -> readers.lost() == 0);
        sleep(1000); // an answer too many would come now
    }

    private void assertNothingLost() {
        assertThat(readers.lost()).as("lost").isZero();
        assertThat(readers.twice()).as("twice").isZero();
        assertThat(server.violations()).isEmpty();
    }

    private BotProcess start(Path folder, Map<String, String> settings) {
        Map<String, String> all = new HashMap<>(settings);
        all.put("TELEGRAM_BOT_TOKEN", server.token());
        all.put("TELEGRAM_API_URL", server.url());
        return BotProcess.start(folder, all);
    }

    private static void sleep(int millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
