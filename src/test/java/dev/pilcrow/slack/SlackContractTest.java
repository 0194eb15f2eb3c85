package dev.pilcrow.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pilcrow.BesideOthers;
import dev.pilcrow.chat.MessageId;
import dev.pilcrow.chat.Place;
import dev.pilcrow.chat.Platform;
import dev.pilcrow.chat.PlatformContract;
import dev.pilcrow.slack.server.Interaction;
import dev.pilcrow.slack.server.Person;
import dev.pilcrow.slack.server.Setup;
import dev.pilcrow.slack.server.SlackMessage;
import dev.pilcrow.slack.server.SlackServer;
import dev.pilcrow.standin.Fault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;

/// Slack is a platform as every other.
@BesideOthers
class SlackContractTest extends PlatformContract {

    private final SlackServer server = SlackServer.start(Setup.usual().links("https://pilcrow.example/a/"));
    private final Person li = server.person("Li", "zh-CN");
    private final dev.pilcrow.slack.server.Place dm = server.dm(li);
    private final SlackPlatform slack = SlackBots.bySockets(server);

    @AfterEach
    void close() {
        slack.close();
        server.close();
        assertThat(server.violations()).isEmpty();
    }

    private Place place(dev.pilcrow.slack.server.Place place) {
        return new Place(SlackPlatform.NAME, server.team(), place.id(), "", place.equals(dm));
    }

    private Optional<SlackMessage> find(MessageId message) {
        return dm.find(message.id());
    }

    @Override
    protected Platform platform() {
        return slack;
    }

    @Override
    protected Place place() {
        return place(dm);
    }

    @Override
    protected Place closed() {
        return place(server.strangeChannel("strangers"));
    }

    @Override
    protected MessageId says(String text) {
        MessageId message = new MessageId(dm.id(), li.says(dm, text).ts());
        // Nothing tells the order of what comes by different sockets at one time.
        await().pollDelay(Duration.ofMillis(20)).until(() -> true);
        return message;
    }

    @Override
    protected void presses(MessageId message, String label) {
        Interaction press = li.presses(find(message).orElseThrow(), label);
        await().until(press::isAcked);
    }

    @Override
    protected void deletes(MessageId message) {
        li.deletes(find(message).orElseThrow());
    }

    @Override
    protected Optional<String> shown(MessageId message) {
        String quoted = quoted(message);
        return find(message).map(SlackMessage::text)
                .map(text -> quoted.isEmpty() ? text : text.substring(("> " + quoted).length()).strip());
    }

    @Override
    protected String quoted(MessageId message) {
        JsonNode first = find(message).orElseThrow().json().path("blocks").path(0).path("elements").path(0);
        return first.path("type").asText().equals("rich_text_quote")
                ? first.path("elements").path(0).path("text").asText()
                : "";
    }

    @Override
    protected List<String> acting(MessageId message) {
        return find(message).orElseThrow().json().path("blocks").findValuesAsText("type").stream()
                .filter(type -> !type.startsWith("rich_text") && !type.equals("text")).toList();
    }

    @Override
    protected int count() {
        return dm.botMessages().size();
    }

    @Override
    protected void floods(Duration time) {
        server.fail("chat.update", Fault.tooMany(Math.toIntExact(time.toSeconds())));
    }

    @Override
    protected void losesTheNextAnswer() {
        server.fail("chat.postMessage", new Fault.BreaksAfter());
    }
}
