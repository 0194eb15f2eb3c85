package dev.pilcrow.slack.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.slack.api.app_backend.interactive_components.ActionResponseSender;
import com.slack.api.app_backend.interactive_components.response.ActionResponse;
import com.slack.api.model.view.Views;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/// Socket Mode as Bolt sees it.
class SocketModeTest extends WithBot {

    private final AtomicReference<String> filledIn = new AtomicReference<>();

    @Override
    void listen() {
        app.command("/ask", (request, context) -> {
            context.respond(answer -> answer.responseType("ephemeral").text("Reading …"));
            new ActionResponseSender(slack).send(request.getResponseUrl(), ActionResponse.builder()
                    .replaceOriginal(true).text("Answer to " + request.getPayload().getText()).build());
            return context.ack();
        });
        app.command("/form", (request, context) -> {
            context.client().viewsOpen(open -> open.triggerId(request.getPayload().getTriggerId()).viewAsString("""
                    {"type":"modal","callback_id":"question","title":{"type":"plain_text","text":"Ask"},
                    "submit":{"type":"plain_text","text":"Send"},"blocks":[{"type":"input","block_id":"q",
                    "label":{"type":"plain_text","text":"Question"},
                    "element":{"type":"plain_text_input","action_id":"question"}}]}"""));
            return context.ack();
        });
        app.viewSubmission("question", (request, context) -> {
            filledIn.set(request.getPayload().getView().getState().getValues().get("q").get("question").getValue());
            return filledIn.get().equals("?") ? context.ackWithErrors(Map.of("q", "too short")) : context.ack();
        });
        app.blockAction("more", (request, context) -> {
            context.respond(answer -> answer.replaceOriginal(true)
                    .text("pressed " + request.getPayload().getActions().getFirst().getValue()));
            return context.ack();
        });
        app.messageShortcut("ask_about", (request, context) -> {
            heard.add("about " + request.getPayload().getMessage().getText());
            return context.ack();
        });
    }

    @Test
    void aMentionComesAsTwoEventsAndADirectMessageAsOne() {
        alice.asks(general, "who was he?");
        alice.says(dm, "hello");
        await().untilAsserted(() -> assertThat(heard).containsExactlyInAnyOrder("mention <@U07PILCROW> who was he?",
                "message <@U07PILCROW> who was he?", "message hello"));
        await().until(() -> server.pending() == 0);
        assertThat(server.acks().all()).hasSize(3).allSatisfy(ack -> assertThat(ack.attempt()).isZero());
    }

    @Test
    void aCommandIsAnsweredByItsAddressWhereverTheBotIs() {
        Place strange = server.strangeChannel("strange");
        Interaction asked = alice.command(strange, "/ask", "who?");
        await().untilAsserted(() -> assertThat(asked.isAcked()).isTrue());
        assertThat(asked.answers()).extracting(SlackMessage::text).endsWith("Answer to who?");
        assertThat(asked.replacements()).as("what a command was answered stays").isZero();
        assertThat(strange.messages()).isEmpty();
        assertThat(strange.ephemeral(alice)).isEqualTo(asked.answers());
        assertThat(strange.ephemeral(server.person("Bob", "zh-CN"))).isEmpty();
    }

    @Test
    void aFormIsOpenedFilledInAndRefusedOrClosed() {
        alice.command(dm, "/form", "");
        await().until(() -> alice.view().isPresent());
        assertThat(alice.view().orElseThrow().inputs()).containsExactly("Question");
        alice.submits(Map.of("question", "?"));
        await().until(() -> alice.view().orElseThrow().errors().has("q"));
        alice.submits(Map.of("question", "Who?"));
        await().until(() -> alice.view().isEmpty());
        assertThat(filledIn).hasValue("Who?");
    }

    @Test
    void aButtonIsPressedAndTheMessageReplaced() throws Exception {
        client.chatPostMessage(post -> post.channel(general.id()).text("hello").unfurlLinks(false).unfurlMedia(false)
                .blocksAsString("""
                        [{"type":"actions","elements":[{"type":"button","action_id":"more","value":"v1",
                        "text":{"type":"plain_text","text":"More"}}]}]"""));
        SlackMessage message = general.last();
        assertThat(message.buttons()).containsExactly("More");
        Interaction pressed = alice.presses(message, "More");
        await().until(pressed::isAcked);
        assertThat(message.now().text()).isEqualTo("pressed v1");
        assertThat(message.now().edits()).isEqualTo(1);
    }

    @Test
    void aMessageIsAskedAboutAndTheHomeOpened() throws Exception {
        alice.shortcut(alice.says(general, "an odd sentence"), "ask_about");
        alice.opensHome();
        alice.opensMessages();
        await().untilAsserted(
                () -> assertThat(heard).contains("about an odd sentence", "opened home", "opened messages"));
        client.viewsPublish(publish -> publish.userId(alice.id()).view(Views.view(view -> view.type("home")
                .blocks(List.of()))));
        assertThat(alice.home()).isPresent();
    }

    @Test
    void theBotComesBackWhenItIsAskedToAndWhenItsSocketBreaks() {
        server.refresh("refresh_requested");
        await().until(() -> server.opened() == 2 && server.connections() == 1);
        server.cut();
        await().until(() -> server.connections() == 0);
        await().until(() -> {
            socket().maintainCurrentSession();
            return server.connections() == 1;
        });
        await().until(() -> {
            alice.says(dm, "are you there?"); // the library may be about to connect once more
            return heard.contains("message are you there?");
        });
    }
}
