package dev.pilcrow;

import static org.awaitility.Awaitility.await;

import dev.pilcrow.article.ReaderLanguage;
import dev.pilcrow.chat.Delivery;
import dev.pilcrow.chat.Duties;
import dev.pilcrow.chat.Health;
import dev.pilcrow.chat.Intake;
import dev.pilcrow.chat.Place;
import dev.pilcrow.chat.Platform;
import dev.pilcrow.inbox.EchoRespondent;
import dev.pilcrow.inbox.Inbox;
import dev.pilcrow.limits.Limits;
import dev.pilcrow.slack.SlackLimits;
import dev.pilcrow.slack.server.Setup;
import dev.pilcrow.slack.server.SlackServer;
import dev.pilcrow.store.Store;
import dev.pilcrow.store.StoreException;
import dev.pilcrow.web.Hook;
import dev.pilcrow.wording.BadUseException;
import dev.pilcrow.wording.Wordings;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/// Where the program lets Slack in on the bot's own port, as it does when an operator sets a signing secret and no app
/// token; what comes in is put on disk, and never answered.
public final class SlackDoor implements AutoCloseable {

    private final SlackServer server = SlackServer.start();
    private final Store store;
    private final Served served;
    private final AtomicInteger kept = new AtomicInteger();

    private SlackDoor(Store store) throws BadUseException {
        this.store = store;
        Config config = Config.read(Map.of("SLACK_BOT_TOKEN", Setup.CANARY.botToken(), "SLACK_SIGNING_SECRET",
                Setup.CANARY.signing(), "SLACK_API_URL", server.api()), Path.of(""));
        this.served = new Platforms(config, Wordings.packaged(), ReaderLanguage.ENGLISH, SlackLimits.unlimited(),
                Duties.ALONE)
                .open().getFirst();
    }

    /// @param folder for the database
    public static SlackDoor open(Path folder) {
        try {
            SlackDoor door = new SlackDoor(Store.open(new Secret("jdbc:sqlite:" + folder.resolve("pilcrow.db")),
                    InstantSource.system()));
            door.receive();
            return door;
        } catch (BadUseException | StoreException wrong) {
            throw new IllegalStateException(wrong);
        }
    }

    private void receive() {
        Platform slack = served.platform();
        Inbox inbox = new Inbox(store, List.of(slack), new EchoRespondent(store), new Limits(InstantSource.system()),
                InstantSource.system());
        slack.start(new Intake() {

            @Override
            public int accept(List<Delivery> deliveries) {
                int fresh = inbox.accept(deliveries);
                kept.addAndGet(fresh);
                return fresh;
            }

            @Override
            public boolean takesPartIn(Place place) {
                return inbox.takesPartIn(place);
            }
        });
        await().atMost(Duration.ofSeconds(30)).until(() -> slack.health() == Health.GOOD);
    }

    public Hook hook() {
        return served.hooks().getFirst();
    }

    /// How much was put on disk.
    public int kept() {
        return kept.get();
    }

    @Override
    public void close() {
        served.platform().close();
        store.close();
        server.close();
    }
}
