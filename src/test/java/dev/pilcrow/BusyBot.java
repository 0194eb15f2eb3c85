package dev.pilcrow;

import static org.awaitility.Awaitility.await;

import dev.pilcrow.telegram.server.Fault;
import dev.pilcrow.telegram.server.Setup;
import dev.pilcrow.telegram.server.TelegramServer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.random.RandomGenerator;

/// A bot that is started again and again, with people who keep it busy, on a Telegram that takes its time and at times
/// breaks off: so the bot is between two steps most of the time, and what is on disk is often not acknowledged yet. What is
/// random is so from a fixed seed.
final class BusyBot implements AutoCloseable {

    private static final Duration LONG = Duration.ofMinutes(5);
    private static final Duration LOOK = Duration.ofMillis(200);
    /// An answer too many would come within this time.
    private static final Duration QUIET = Duration.ofSeconds(1);
    /// Nobody asks while questions in so many chats wait, so that none is declined.
    private static final int MOST_OPEN = 60;
    /// Of so many moments one is while the bot starts.
    private static final int MOMENTS_A_START = 4;
    private static final int START_MILLIS = 1200;
    private static final int WORK_MILLIS = 2000;
    private static final int BETWEEN_QUESTIONS_MILLIS = 60;
    private static final int KEPT = 1000;

    private final RandomGenerator moments = new Random(4711);
    private final TelegramServer server = TelegramServer.start(Setup.usual().keeping(KEPT, KEPT));
    private final Readers readers = new Readers(server);
    private final Path folder;
    private final Map<String, String> settings;

    /// @param settings beside those for Telegram
    BusyBot(Path folder, Map<String, String> settings) {
        this.folder = folder;
        this.settings = new HashMap<>(settings);
        this.settings.put("TELEGRAM_BOT_TOKEN", server.token());
        this.settings.put("TELEGRAM_API_URL", server.url());
        Fault slow = new Fault.Slow(Duration.ofMillis(60));
        Fault slower = new Fault.Slow(Duration.ofMillis(200));
        server.failAtRandom("sendMessage", 0.5, new Random(1), slow, slow, slower, new Fault.BreaksBefore());
        server.failAtRandom("editMessageText", 0.5, new Random(2), slow, slow, slower, new Fault.BreaksBefore());
        server.failAtRandom("getUpdates", 0.2, new Random(3), new Fault.BreaksBefore());
    }

    TelegramServer server() {
        return server;
    }

    Readers readers() {
        return readers;
    }

    BotProcess start() {
        return BotProcess.start(folder, settings);
    }

    /// People ask until a moment of a bot's life that nobody foresees: while it starts, or while it answers.
    void askUntilSomeMoment(BotProcess bot) {
        if (moments.nextInt(MOMENTS_A_START) == 0) {
            askFor(moments.nextInt(START_MILLIS));
            return;
        }
        int before = said();
        while (said() == before) {
            askFor(1);
            if (!bot.isAlive()) {
                throw new AssertionError(bot.log());
            }
        }
        askFor(moments.nextInt(WORK_MILLIS));
    }

    /// How often a bot has said something.
    private int said() {
        return server.counts().getOrDefault("sendMessage", 0) + server.counts().getOrDefault("editMessageText", 0);
    }

    /// At least one question is asked.
    private void askFor(int millis) {
        long end = System.nanoTime() + Duration.ofMillis(millis).toNanos();
        do {
            if (readers.open() < MOST_OPEN) {
                readers.ask();
            }
            sleep(Duration.ofMillis(moments.nextInt(BETWEEN_QUESTIONS_MILLIS)));
        } while (System.nanoTime() - end < 0);
    }

    /// Starts the bot once more, on a quick Telegram; people ask until they have asked so many questions in all, and all are
    /// answered.
    Readers.Count drain(int questions) {
        server.heal();
        try (BotProcess bot = start()) {
            while (readers.asked() < questions) {
                askFor(1);
            }
            await().atMost(LONG).pollInterval(LOOK).until(() -> readers.open() == 0 || !bot.isAlive());
            sleep(QUIET);
            if (bot.log().contains(server.token())) {
                throw new AssertionError("the log tells the token");
            }
        }
        return readers.count();
    }

    private static void sleep(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        server.close();
    }
}
