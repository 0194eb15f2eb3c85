package dev.pilcrow.slack.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What the bot is told of, and what is seen of what it says.
class ScenesTest extends WithServer {

    private RawSocket socket;

    @BeforeEach
    void connect() throws Exception {
        socket = RawSocket.open(slack.methods(server.setup().secrets().appToken()));
    }

    @Override
    Setup setup() {
        return super.setup().order(Setup.Order.MESSAGE_FIRST);
    }

    /// The events that came, which are as many as these.
    private List<JsonNode> events(int count) {
        await().until(() -> socket.envelopes().size() >= count);
        assertThat(socket.envelopes()).hasSize(count);
        return socket.envelopes().stream().map(envelope -> envelope.path("payload").path("event")).toList();
    }

    private static List<String> names(List<JsonNode> events) {
        return events.stream().map(event -> event.path("type").asText()
                + (event.has("subtype") ? "/" + event.path("subtype").asText() : "")).toList();
    }

    @Test
    void aMentionComesAsAMessageFirstIfItIsSet() {
        SlackMessage asked = alice.asks(general, "who?");
        List<JsonNode> events = events(2);
        assertThat(names(events)).containsExactly("message", "app_mention");
        assertThat(events).allSatisfy(event -> assertThat(event.path("ts").asText()).isEqualTo(asked.ts()));
        assertThat(events.getFirst().path("channel_type").asText()).isEqualTo("channel");
    }

    @Test
    void editsDeletionsFilesAndBroadcastsAreTold() {
        SlackMessage said = alice.says(dm, "one & <two>");
        alice.edits(said, "two");
        SlackMessage reply = alice.replies(said, "three");
        alice.broadcasts(said, "four");
        alice.sendsFile(dm, "five");
        alice.deletes(reply);
        List<JsonNode> events = events(6);
        assertThat(names(events)).containsExactly("message", "message/message_changed", "message",
                "message/thread_broadcast", "message/file_share", "message/message_deleted");
        assertThat(events.get(0).path("text").asText()).isEqualTo("one &amp; &lt;two&gt;");
        assertThat(events.get(2).path("thread_ts").asText()).isEqualTo(said.ts());
        assertThat(said.text()).isEqualTo("one & <two>");
        assertThat(dm.thread(said.ts())).extracting(SlackMessage::text).containsExactly("two", "four");
    }

    @Test
    void otherBotsAndTheBotItselfAreHeard() throws Exception {
        server.otherBot("Other").says(general, "beep");
        said(general, "boop");
        assertThat(events(2)).extracting(event -> event.path("bot_id").asText()).doesNotContain("")
                .last().isEqualTo(World.BOT);
    }

    @Test
    void theBotIsToldOfPlacesHomesAndSessions() {
        Place strange = server.strangeChannel("strange");
        alice.says(strange, "unheard");
        strange.addsBot(alice);
        strange.kicksBot(alice);
        general.archives(alice);
        alice.opensHome();
        alice.opensMessages();
        String thread = alice.startsThread();
        SlackMessage asked = alice.says(dm, thread, "who?");
        alice.stops(asked);
        List<JsonNode> events = events(8);
        assertThat(names(events)).containsExactly("member_joined_channel", "channel_left", "channel_archive",
                "app_home_opened", "app_home_opened", "assistant_thread_started", "message", "agent_session_stopped");
        assertThat(events.get(4).path("tab").asText()).isEqualTo("messages");
        assertThat(events.getLast().path("thread_ts").asText()).isEqualTo(thread);
    }

    @Test
    void whatIsSaidIsSeenAsPeopleSeeIt() throws Exception {
        client.chatPostMessage(post -> post.channel(dm.id()).text("plain").unfurlLinks(false).unfurlMedia(false)
                .blocksAsString("""
                        [{"type":"rich_text","elements":[
                        {"type":"rich_text_section","elements":[{"type":"text","text":"He was "},
                        {"type":"text","text":"a foundling","style":{"bold":true}},{"type":"text","text":" [1]"}]},
                        {"type":"rich_text_quote","elements":[{"type":"text","text":"found"}]},
                        {"type":"rich_text_list","style":"ordered","elements":[{"type":"rich_text_section",
                        "elements":[{"type":"text","text":"one"}]}]}]},
                        {"type":"section","text":{"type":"mrkdwn","text":"a &lt;b"}},
                        {"type":"actions","elements":[{"type":"button","action_id":"show:1","value":"1",
                        "text":{"type":"plain_text","text":"[1]"}}]}]"""));
        SlackMessage said = dm.last();
        assertThat(said.text()).isEqualTo("He was a foundling [1]\n> found\n1. one\na <b");
        assertThat(said.marked()).startsWith("He was **a foundling** [1]");
        assertThat(said.bold()).containsExactly("a foundling");
        assertThat(said).hasToString("Pilcrow: " + said.text() + " [[1]]");
    }

    @Test
    void threadsAreAnsweredOnceOrNotOrTwice() throws Exception {
        SlackMessage first = alice.asks(general, "one");
        SlackMessage second = alice.asks(general, "two");
        alice.asks(general, "three");
        alice.says(general, "nobody's");
        for (SlackMessage asked : List.of(first, second, second)) {
            client.chatPostMessage(post -> post.channel(general.id()).threadTs(asked.ts()).text("answer")
                    .unfurlLinks(false).unfurlMedia(false));
        }
        assertThat(first.answers()).hasSize(1);
        assertThat(server.tally()).isEqualTo(new Tally(3, 1, 1));
    }
}
