package dev.pilcrow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.pilcrow.answer.FaithfulModel;
import dev.pilcrow.article.ReaderLanguage;
import dev.pilcrow.model.ModelServer;
import dev.pilcrow.model.Reply;
import dev.pilcrow.model.Wire;
import dev.pilcrow.telegram.server.Account;
import dev.pilcrow.telegram.server.Chat;
import dev.pilcrow.wording.Phrase;
import dev.pilcrow.wording.Wordings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The bot as a process that is asked to end, as `kill` does: it ends soon, and what it leaves is answered after the next
/// start.
@BesideOthers
class EndedBotTest {

    private static final Duration LONGEST_END = Duration.ofSeconds(20);
    private static final Duration LONG = Duration.ofSeconds(60);
    private static final String STOP = Wordings.packaged().in(ReaderLanguage.SIMPLIFIED).say(Phrase.BUTTON_STOP);
    /// Ended in order.
    private static final int ENDED = 0;
    /// Ended by the signal itself, while it had hardly begun.
    private static final int NOT_BEGUN = 143;

    @Test
    void askedToEndUnderLoadItEndsSoonAndLosesNothing(@TempDir Path folder) {
        ended("R17", new TelegramTown(), folder);
    }

    @Test
    void askedToEndUnderLoadItEndsSoonAndLosesNothingOnSlack(@TempDir Path folder) {
        ended("R17 platform=slack", new SlackTown(), folder);
    }

    private static void ended(String row, Town town, Path folder) {
        int terms = Effort.of(3, 200);
        Duration slowest = Duration.ZERO;
        try (BusyBot busy = new BusyBot(town, folder, Map.of())) {
            for (int term = 0; term < terms; term++) {
                try (BotProcess bot = busy.start()) {
                    busy.askUntilSomeMoment(bot);
                    Duration end = bot.end();
                    assertThat(bot.exit()).as(bot::log).isIn(ENDED, NOT_BEGUN);
                    slowest = end.compareTo(slowest) > 0 ? end : slowest;
                }
            }
            Readers.Count count = busy.drain(0);
            Effort.report(row + " terms=" + terms + " questions=" + busy.readers().asked() + " " + count
                    + " slowest_end_ms=" + slowest.toMillis());
            assertThat(slowest).isLessThan(LONGEST_END);
            assertThat(count).as("an end in order leaves no placeholder either")
                    .isEqualTo(new Readers.Count(0, 0, 0, 0));
            assertThat(town.violations()).isEmpty();
        }
    }

    @Test
    void whatAModelIsStillAnsweringIsPutBackAndAnsweredAfterTheNextStart(@TempDir Path folder) {
        AtomicBoolean hangs = new AtomicBoolean(true);
        FaithfulModel faithful = new FaithfulModel();
        TelegramTown town = new TelegramTown();
        try (ModelServer model = ModelServer.start(asked -> hangs.get() ? new Reply.Hangs() : faithful.apply(asked));
                BusyBot busy = new BusyBot(town, folder,
                        Map.of("PILCROW_MODEL", "openai:some-model", "PILCROW_MODEL_URL",
                                model.url(Wire.OPENAI), "PILCROW_MODEL_KEY", "sk-canary-4711"))) {
            Account li = town.server().person("Li", "zh-hans");
            Chat chat = town.server().dm(li);
            li.says(chat, "深度求索的创始人是谁？");
            try (BotProcess bot = busy.start()) {
                await().atMost(LONG).until(() -> model.open() == 1);
                assertThat(bot.end()).isLessThan(LONGEST_END);
                assertThat(bot.exit()).isEqualTo(ENDED);
            }
            assertThat(chat.botMessages()).singleElement().matches(message -> message.buttons().equals(List.of(STOP)));
            hangs.set(false);
            try (BotProcess _ = busy.start()) {
                await().atMost(LONG).until(() -> chat.last().text().contains("深度求索创始人梁文锋"));
            }
            assertThat(chat.botMessages()).hasSize(1);
        }
    }
}
