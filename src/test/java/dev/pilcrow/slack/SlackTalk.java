package dev.pilcrow.slack;

import static org.awaitility.Awaitility.await;

import dev.pilcrow.Secret;
import dev.pilcrow.article.Article;
import dev.pilcrow.chat.Health;
import dev.pilcrow.chat.Screen;
import dev.pilcrow.conversation.Conversations;
import dev.pilcrow.desk.Desk;
import dev.pilcrow.desk.Shelf;
import dev.pilcrow.inbox.EchoRespondent;
import dev.pilcrow.inbox.Inbox;
import dev.pilcrow.inbox.Respondent;
import dev.pilcrow.limits.Limits;
import dev.pilcrow.search.Samples;
import dev.pilcrow.slack.server.Setup;
import dev.pilcrow.slack.server.SlackServer;
import dev.pilcrow.store.Store;
import dev.pilcrow.store.StoreException;
import dev.pilcrow.wording.Wordings;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.BiFunction;

/// The whole bot on the stand-in for Slack, by Socket Mode, with any respondent in place of the desk.
final class SlackTalk implements AutoCloseable {

    static final Duration LONG = Duration.ofSeconds(60);
    /// Time that passes so fast that no limit is ever reached.
    static final InstantSource FAST = () -> Instant.ofEpochMilli(System.nanoTime() / 1000);

    final SlackServer server;
    final Store store;
    final SlackPlatform slack;
    final Inbox inbox;

    /// What a talk is made of.
    ///
    /// @param folder where the database is
    /// @param setup of the stand-in
    /// @param limited tells the time to the limits on questions
    /// @param respondent answers; it is told of the store, and of what Slack can show
    record Parts(Path folder, Setup setup, InstantSource limited, BiFunction<Store, Screen, Respondent> respondent) {

        /// An echo without limits.
        static Parts in(Path folder) {
            return new Parts(folder, Setup.usual(), FAST, (store, _) -> new EchoRespondent(store));
        }

        /// The desk over the built-in article.
        Parts desk(Conversations conversations) {
            return desk(conversations, Samples.BUILT_IN);
        }

        Parts desk(Conversations conversations, Article article) {
            return respondent((store, screen) -> new Desk(new Shelf(article, "article.txt", store.articles()),
                    conversations.remembering(store.turns(), InstantSource.system()), Wordings.packaged(), store,
                    _ -> screen));
        }

        Parts respondent(BiFunction<Store, Screen, Respondent> other) {
            return new Parts(folder, setup, limited, other);
        }

        Parts setup(Setup other) {
            return new Parts(folder, other, limited, respondent);
        }

        Parts limited(InstantSource other) {
            return new Parts(folder, setup, other, respondent);
        }
    }

    private SlackTalk(Parts parts) {
        server = SlackServer.start(parts.setup());
        store = open(parts);
        slack = new SlackPlatform(new SlackSettings(new Secret(parts.setup().secrets().botToken()),
                new Secret(parts.setup().secrets().appToken()), URI.create(server.api()),
                List.of("Reading the article…"), SlackLimits.unlimited(), InstantSource.system()));
        inbox = new Inbox(store, List.of(slack), parts.respondent().apply(store, slack), new Limits(parts.limited()),
                InstantSource.system());
    }

    /// A bot that is at work.
    static SlackTalk of(Parts parts) {
        SlackTalk talk = new SlackTalk(parts);
        talk.inbox.start();
        talk.slack.start(talk.inbox);
        await().atMost(LONG).until(() -> talk.slack.health() == Health.GOOD);
        return talk;
    }

    private static Store open(Parts parts) {
        try {
            return Store.open(new Secret("jdbc:sqlite:" + parts.folder().resolve("pilcrow.db")),
                    InstantSource.system());
        } catch (StoreException unusable) {
            throw new IllegalStateException(unusable);
        }
    }

    /// Waits until everything that people did has reached the bot, and is done.
    void awaitDone(Duration longest) {
        await().atMost(longest).until(() -> server.pending() == 0 && store.inbox().waiting() == 0);
    }

    @Override
    public void close() {
        slack.stop();
        inbox.close();
        slack.close();
        store.close();
        server.close();
    }
}
