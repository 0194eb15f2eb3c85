package dev.pilcrow.slack;

import static org.awaitility.Awaitility.await;

import dev.pilcrow.Secret;
import dev.pilcrow.chat.Health;
import dev.pilcrow.chat.Intake;
import dev.pilcrow.inbox.EchoRespondent;
import dev.pilcrow.inbox.Inbox;
import dev.pilcrow.inbox.Respondent;
import dev.pilcrow.limits.Limits;
import dev.pilcrow.slack.server.Setup;
import dev.pilcrow.slack.server.SlackServer;
import dev.pilcrow.store.Store;
import dev.pilcrow.store.StoreException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/// The whole bot on the stand-in for Slack, with any respondent in place of the desk: it can be ended and begun again on the
/// same file, and let fail at every step.
final class ServedSlack implements AutoCloseable {

    static final Duration LONG = Duration.ofSeconds(60);
    /// Time that passes so fast that no limit is ever reached.
    private static final InstantSource FAST = () -> Instant.ofEpochMilli(System.nanoTime() / 1000);

    final SlackServer server;
    private final Parts parts;
    volatile Store store;
    volatile SlackPlatform slack;
    volatile Inbox inbox;

    /// What it is made of.
    ///
    /// @param folder where the database is
    /// @param sockets does it receive by Socket Mode? Otherwise by requests
    /// @param respondent answers; it is told of the store
    /// @param intake what Slack sees in place of the inbox
    record Parts(Path folder, boolean sockets, Function<Store, Respondent> respondent, UnaryOperator<Intake> intake) {

        /// An echo by Socket Mode.
        static Parts in(Path folder) {
            return new Parts(folder, true, EchoRespondent::new, UnaryOperator.identity());
        }

        Parts byRequests() {
            return new Parts(folder, false, respondent, intake);
        }

        Parts respondent(Function<Store, Respondent> other) {
            return new Parts(folder, sockets, other, intake);
        }

        Parts intake(UnaryOperator<Intake> other) {
            return new Parts(folder, sockets, respondent, other);
        }
    }

    private ServedSlack(SlackServer server, Parts parts) {
        this.server = server;
        this.parts = parts;
        store = open();
        slack = slack();
        inbox = inbox();
    }

    /// A bot that is at work.
    static ServedSlack of(Setup setup, Parts parts) {
        ServedSlack served = new ServedSlack(SlackServer.start(setup), parts);
        served.begin();
        return served;
    }

    private Store open() {
        try {
            return Store.open(new Secret("jdbc:sqlite:" + parts.folder().resolve("pilcrow.db")),
                    InstantSource.system());
        } catch (StoreException unusable) {
            throw new IllegalStateException(unusable);
        }
    }

    private SlackPlatform slack() {
        return parts.sockets()
                ? SlackBots.bySockets(server)
                : SlackBots.byRequests(server);
    }

    private Inbox inbox() {
        return new Inbox(store, List.of(slack), parts.respondent().apply(store), new Limits(FAST),
                InstantSource.system());
    }

    private void begin() {
        inbox.start();
        slack.start(parts.intake().apply(inbox));
        await().atMost(LONG).until(() -> slack.health() == Health.GOOD);
    }

    /// Ends the bot and begins again on the same file.
    void restart() {
        end();
        store = open();
        slack = slack();
        inbox = inbox();
        begin();
    }

    private void end() {
        slack.stop();
        inbox.close();
        slack.close();
        store.close();
    }

    /// Waits until everything that people said has reached the bot, and is done.
    void awaitDone(Duration longest) {
        await().atMost(longest).until(() -> server.pending() == 0 && store.inbox().waiting() == 0);
    }

    @Override
    public void close() {
        end();
        server.close();
    }
}
