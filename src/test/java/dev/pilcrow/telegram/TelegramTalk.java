package dev.pilcrow.telegram;

import static org.awaitility.Awaitility.await;

import dev.pilcrow.Secret;
import dev.pilcrow.chat.Health;
import dev.pilcrow.chat.Intake;
import dev.pilcrow.chat.Platform;
import dev.pilcrow.inbox.EchoRespondent;
import dev.pilcrow.inbox.Inbox;
import dev.pilcrow.inbox.Respondent;
import dev.pilcrow.limits.Limits;
import dev.pilcrow.store.Store;
import dev.pilcrow.store.StoreException;
import dev.pilcrow.telegram.server.Setup;
import dev.pilcrow.telegram.server.TelegramServer;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.logging.Level;

/// The whole bot on the stand-in for Telegram, with any respondent in place of the desk: it can be ended and begun again on
/// the same file, and let fail at every step.
final class TelegramTalk implements AutoCloseable {

    static final Duration LONG = Duration.ofSeconds(60);
    /// Time that passes so fast that no limit is ever reached.
    static final InstantSource FAST = () -> Instant.ofEpochMilli(System.nanoTime() / 1000);

    final TelegramServer server;
    private final Parts parts;
    volatile Store store;
    volatile TelegramPlatform telegram;
    volatile Inbox inbox;

    /// What a talk is made of.
    ///
    /// @param folder where the database is
    /// @param limits of Telegram
    /// @param limited tells the time to the limits on questions
    /// @param clock tells the time to the store
    /// @param time tells the time to what receives
    /// @param respondent answers; it is told of the store
    /// @param platform what the inbox sees in place of Telegram
    /// @param intake what Telegram sees in place of the inbox
    record Parts(Path folder, TelegramLimits limits, InstantSource limited, InstantSource clock, InstantSource time,
            Function<Store, Respondent> respondent, UnaryOperator<Platform> platform, UnaryOperator<Intake> intake) {

        /// An echo without limits.
        static Parts in(Path folder) {
            return new Parts(folder, TelegramLimits.unlimited(), FAST, InstantSource.system(), InstantSource.system(),
                    EchoRespondent::new,
                    UnaryOperator.identity(), UnaryOperator.identity());
        }

        Parts respondent(Function<Store, Respondent> other) {
            return new Parts(folder, limits, limited, clock, time, other, platform, intake);
        }

        Parts limited(InstantSource other) {
            return new Parts(folder, limits, other, clock, time, respondent, platform, intake);
        }

        Parts clock(InstantSource other) {
            return new Parts(folder, limits, limited, other, time, respondent, platform, intake);
        }

        Parts time(InstantSource other) {
            return new Parts(folder, limits, limited, clock, other, respondent, platform, intake);
        }

        Parts platform(UnaryOperator<Platform> other) {
            return new Parts(folder, limits, limited, clock, time, respondent, other, intake);
        }

        Parts intake(UnaryOperator<Intake> other) {
            return new Parts(folder, limits, limited, clock, time, respondent, platform, other);
        }
    }

    private TelegramTalk(TelegramServer server, Parts parts) {
        this.server = server;
        this.parts = parts;
        store = open(parts);
        telegram = telegram();
        inbox = inbox();
    }

    static TelegramTalk of(Parts parts) {
        return of(Setup.usual(), parts);
    }

    /// A bot that is at work.
    static TelegramTalk of(Setup setup, Parts parts) {
        TelegramTalk talk = new TelegramTalk(TelegramServer.start(setup), parts);
        talk.begin();
        return talk;
    }

    private static Store open(Parts parts) {
        try {
            return Store.open(new Secret("jdbc:sqlite:" + parts.folder().resolve("pilcrow.db")), parts.clock());
        } catch (StoreException unusable) {
            throw new IllegalStateException(unusable);
        }
    }

    private TelegramPlatform telegram() {
        return new TelegramPlatform(new TelegramSettings(new Secret(server.token()), URI.create(server.url()), null,
                Map.of(), parts.limits(), parts.time()));
    }

    private Inbox inbox() {
        return new Inbox(store, List.of(parts.platform().apply(telegram)), parts.respondent().apply(store),
                new Limits(parts.limited()), InstantSource.system());
    }

    private void begin() {
        Journal.LOUD.setLevel(Level.OFF);
        inbox.start();
        telegram.start(parts.intake().apply(inbox));
        await().atMost(LONG).until(() -> telegram.health() == Health.GOOD);
    }

    /// Ends the bot and begins again on the same file.
    void restart() {
        restart(() -> {
        });
    }

    /// The same, with something done in between.
    void restart(Runnable between) {
        end();
        between.run();
        store = open(parts);
        telegram = telegram();
        inbox = inbox();
        begin();
    }

    private void end() {
        telegram.stop();
        inbox.close();
        telegram.close();
        store.close();
    }

    /// Waits until everything that people said has reached the bot, and is done.
    void awaitDone(Duration longest) {
        await().atMost(longest).until(() -> server.pending() == 0 && store.inbox().waiting() == 0);
    }

    /// How often the bot has asked for updates.
    int polls() {
        return server.counts().getOrDefault("getUpdates", 0);
    }

    @Override
    public void close() {
        end();
        server.close();
    }
}
