package dev.pilcrow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pilcrow.store.TestPostgres;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The bot as a process that is killed at random moments while people ask: every question has one answer, the right one.
@BesideOthers
class KilledBotTest {

    @Test
    void killedAtRandomItLosesNothingAndAnswersNothingTwiceOnSqlite(@TempDir Path folder) {
        killed("R1 store=sqlite", new TelegramTown(), folder, Map.of());
    }

    @Test
    void killedAtRandomItLosesNothingAndAnswersNothingTwiceOnPostgresql(@TempDir Path folder) throws SQLException {
        killed("R1 store=postgresql", new TelegramTown(), folder,
                Map.of("PILCROW_STORE", TestPostgres.url(TestPostgres.database()).reveal()));
    }

    @Test
    void killedAtRandomItLosesNothingAndAnswersNothingTwiceOnSlack(@TempDir Path folder) {
        killed("R2 platform=slack", new SlackTown(), folder, Map.of());
    }

    private static void killed(String row, Town town, Path folder, Map<String, String> settings) {
        int kills = Effort.of(4, 500);
        try (BusyBot busy = new BusyBot(town, folder, settings)) {
            for (int kill = 0; kill < kills; kill++) {
                try (BotProcess bot = busy.start()) {
                    busy.askUntilSomeMoment(bot);
                    bot.kill();
                }
            }
            Readers.Count count = busy.drain(Effort.of(80, 10_000));
            Effort.report(row + " kills=" + kills + " questions=" + busy.readers().asked() + " "
                    + count);
            assertThat(count.lost()).as("lost").isZero();
            assertThat(count.twice()).as("twice").isZero();
            assertThat(count.wrong()).as("answered with something else").isZero();
            assertThat(town.undelivered()).as("given up by the platform").isZero();
            assertThat(town.violations()).isEmpty();
        }
    }
}
