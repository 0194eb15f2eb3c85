package dev.pilcrow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pilcrow.slack.SlackLimits;
import dev.pilcrow.store.Store;
import dev.pilcrow.store.TestPostgres;
import dev.pilcrow.terminal.TerminalGrowth;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The commands `backup`, `restore` and `forget` as an operator gives them.
@Timeout(120)
class KeepingTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private Path folder = Path.of("");
    private String url = "";

    @BeforeEach
    void useFolder(@TempDir Path temporary) {
        folder = temporary;
        url = "jdbc:sqlite:" + folder.resolve("pilcrow.db");
    }

    private int run(String... words) {
        out.reset();
        err.reset();
        Output output = new Output(new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8), Output.Terminals.numbered(""),
                new TerminalGrowth());
        return Main.run(words, Map.of("PILCROW_STORE", url, "LANG", "en_US.UTF-8"), output, SlackLimits.usual());
    }

    private void refused(String told, String... words) {
        assertThat(run(words)).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains(told).hasLineCount(1);
        assertThat(out.toString(StandardCharsets.UTF_8)).isEmpty();
    }

    private Store open() throws Exception {
        return Store.open(new Secret(url), InstantSource.system());
    }

    private static long answered(Store store, String person) {
        long id = store.answers().save(person.hashCode(), "telegram/1/-5", person, "article", "en", "who?", "grounded",
                "", "{}");
        store.feedback().vote(id, person, true, "");
        return id;
    }

    @Test
    void aTeamMovesFromSqliteToPostgresqlWhileTheBotRuns() throws Exception {
        String file = folder.resolve("backup").toString();
        long answer;
        try (Store bot = open()) {
            answer = answered(bot, "7");
            assertThat(run("backup", file)).isZero();
            assertThat(out.toString(StandardCharsets.UTF_8)).contains(file, "2 rows");
            refused("is there already", "backup", file);
            assertThat(run("backup", file, "--force")).isZero();
            refused("is in use", "restore", file);
        }
        refused("is not empty", "restore", file);
        url = TestPostgres.url(TestPostgres.database()).reveal();
        assertThat(run("restore", file)).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("2 rows");
        try (Store bot = open()) {
            assertThat(bot.answers().find(answer)).isPresent();
        }
    }

    @Test
    void aPersonIsForgottenWhileTheBotRuns() throws Exception {
        try (Store bot = open()) {
            long theirs = answered(bot, "7");
            long others = answered(bot, "8");
            long before = bot.people().lastForgotten();
            assertThat(run("forget", "telegram", "7")).isZero();
            assertThat(out.toString(StandardCharsets.UTF_8)).contains("telegram/7", "answers: 1; votes: 1");
            assertThat(bot.answers().find(theirs)).isEmpty();
            assertThat(bot.answers().find(others)).isPresent();
            assertThat(bot.people().lastForgotten()).as("the bot hears of it").isGreaterThan(before);
            assertThat(run("forget", "slack", "8")).isZero();
            assertThat(bot.answers().find(others)).isPresent();
        }
    }

    @Test
    void whatCannotBeDoneIsToldInOneSentenceAndNothingIsMade() throws Exception {
        String backup = folder.resolve("backup").toString();
        refused("no database", "backup", backup);
        refused("no database", "forget", "telegram", "7");
        refused("no file", "restore", backup);
        Files.writeString(Path.of(backup), "something else");
        refused("was not written by", "restore", backup);
        refused("backup needs one file", "backup");
        refused("restore needs one file", "restore", "a", "b");
        refused("a platform and the id", "forget", "telegram");
        refused("a platform and the id", "forget", "irc", "7");
        assertThat(folder.resolve("pilcrow.db")).doesNotExist();
    }
}
