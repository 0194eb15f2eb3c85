package dev.pilcrow;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.random.RandomGenerator;

/// A bot that is started again and again, with people who keep it busy, on a platform that takes its time and at times
/// breaks off: so the bot is between two steps most of the time, and what is on disk is often not acknowledged yet. What is
/// random is so from a fixed seed.
final class BusyBot implements AutoCloseable {

    private static final Duration LONG = Duration.ofMinutes(5);
    private static final Duration LOOK = Duration.ofMillis(200);
    /// An answer too many would come within this time.
    private static final Duration QUIET = Duration.ofSeconds(1);
    /// Nobody asks while questions in so many chats wait, so that none is declined.
    private static final int MOST_OPEN = 60;
    /// While questions in more chats wait, a bot is let work: one that dies over the same question more than ten times
    /// gives it up as what it dies of.
    private static final int MANY_OPEN = 40;
    /// Of so many moments one is while the bot starts.
    private static final int MOMENTS_A_START = 4;
    private static final int START_MILLIS = 1200;
    private static final int WORK_MILLIS = 2000;
    private static final int BETWEEN_QUESTIONS_MILLIS = 60;

    private final RandomGenerator moments = new Random(4711);
    private final Town town;
    private final Readers readers;
    private final Path folder;
    private final Map<String, String> settings;

    /// @param town where people are; it is closed with the bot
    /// @param settings beside those for the platform
    BusyBot(Town town, Path folder, Map<String, String> settings) {
        this.town = town;
        this.readers = new Readers(town);
        this.folder = folder;
        this.settings = new HashMap<>(settings);
        this.settings.putAll(town.settings());
        town.hurry(true);
    }

    Readers readers() {
        return readers;
    }

    BotProcess start() {
        return start(folder);
    }

    /// Starts one of several processes of the bot.
    ///
    /// @param folder its own
    BotProcess start(Path folder) {
        return BotProcess.start(town.program(), folder, settings);
    }

    /// People ask until a moment of a bot's life that nobody foresees: while it starts, or while it answers.
    void askUntilSomeMoment(BotProcess bot) {
        if (moments.nextInt(MOMENTS_A_START) == 0) {
            askFor(moments.nextInt(START_MILLIS));
            return;
        }
        int before = town.said();
        while (town.said() == before) {
            askFor(1);
            checkAlive(bot);
        }
        while (readers.open() > MANY_OPEN) {
            sleep(LOOK);
            checkAlive(bot);
        }
        askFor(moments.nextInt(WORK_MILLIS));
    }

    private static void checkAlive(BotProcess bot) {
        if (!bot.isAlive()) {
            throw new AssertionError(bot.log());
        }
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

    /// Starts the bot once more, on a quick platform; people ask until they have asked so many questions in all, and all are
    /// answered.
    Readers.Count drain(int questions) {
        town.hurry(false);
        try (BotProcess bot = start()) {
            while (readers.asked() < questions) {
                askFor(1);
            }
            long end = System.nanoTime() + LONG.toNanos();
            while (readers.open() > 0 && bot.isAlive() && System.nanoTime() - end < 0) {
                sleep(LOOK);
            }
            sleep(QUIET);
            if (town.secrets().stream().anyMatch(bot.log()::contains)) {
                throw new AssertionError("the log tells a secret");
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
        town.close();
    }
}
