package dev.pilcrow.slack.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.slack.api.methods.response.views.ViewsOpenResponse;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/// Windows and homes.
class ViewsTest extends WithBot {

    private final CopyOnWriteArrayList<String> pressed = new CopyOnWriteArrayList<>();
    private final AtomicReference<String> why = new AtomicReference<>();

    private static String modal(String title, String blocks) {
        return """
                {"type":"modal","callback_id":"passage","notify_on_close":true,"private_metadata":"4711",
                "title":{"type":"plain_text","text":"%s"},"submit":{"type":"plain_text","text":"Send"},
                "blocks":[%s]}""".formatted(title, blocks);
    }

    private static String passage(String label) {
        return """
                {"type":"section","text":{"type":"mrkdwn","text":"He was found."}},
                {"type":"actions","elements":[{"type":"button","action_id":"next",
                "text":{"type":"plain_text","text":"%s"},"value":"2"}]},
                {"type":"input","block_id":"why","optional":true,"label":{"type":"plain_text","text":"Why?"},
                "element":{"type":"static_select","action_id":"why","options":[
                {"text":{"type":"plain_text","text":"Too short"},"value":"short"},
                {"text":{"type":"plain_text","text":"Wrong"},"value":"wrong"}]}}""".formatted(label);
    }

    @Override
    void listen() {
        app.blockAction("next", (request, context) -> {
            pressed.add(request.getPayload().getActions().getFirst().getValue());
            return context.ack();
        });
        app.viewSubmission("passage", (request, context) -> {
            var chosen = request.getPayload().getView().getState().getValues().get("why").get("why")
                    .getSelectedOption();
            why.set(chosen == null ? "nothing" : chosen.getValue());
            return why.get().equals("short")
                    ? context.ack(answer -> answer.responseAction("push")
                            .viewAsString(modal("More", passage("Last"))))
                    : context.ack();
        });
        app.viewClosed("passage", (request, context) -> {
            pressed.add("closed " + request.getPayload().getView().getPrivateMetadata());
            return context.ack();
        });
    }

    private ViewsOpenResponse open() throws Exception {
        SlackMessage message = alice.says(general, "hello");
        String trigger = alice.shortcut(message, "unknown").triggerId();
        return client.viewsOpen(open -> open.triggerId(trigger).viewAsString(modal("Passage", passage("Next"))));
    }

    @Test
    void aWindowIsReadPressedAndClosed() throws Exception {
        open();
        View view = alice.view().orElseThrow();
        assertThat(view.title()).isEqualTo("Passage");
        assertThat(view.text()).isEqualTo("He was found.\nWhy?");
        assertThat(view.buttons()).containsExactly("Next");
        assertThat(view.inputs()).containsExactly("Why?");
        Interaction press = alice.presses(view, "Next");
        await().until(press::isAcked);
        alice.closesView();
        await().untilAsserted(() -> assertThat(pressed).containsExactly("2", "closed 4711"));
        assertThat(alice.view()).isEmpty();
    }

    @Test
    void anAnswerToAFormPutsAnotherWindowOverIt() throws Exception {
        open();
        alice.submits(Map.of("why", "Too short"));
        await().until(() -> alice.view().orElseThrow().title().equals("More"));
        alice.submits(Map.of());
        await().until(() -> alice.view().orElseThrow().title().equals("Passage"));
        assertThat(why).hasValue("nothing");
    }

    @Test
    void aWindowIsChangedUnlessItHasChangedBefore() throws Exception {
        var opened = open().getView();
        assertThat(error(client.viewsUpdate(update -> update.viewId(opened.getId()).hash(opened.getHash())
                .viewAsString(modal("Changed", passage("Next")))))).isEqualTo("done");
        assertThat(error(client.viewsUpdate(update -> update.viewId(opened.getId()).hash(opened.getHash())
                .viewAsString(modal("Again", passage("Next")))))).isEqualTo("hash_conflict");
        assertThat(error(client.viewsUpdate(update -> update.viewId("V0NONE")
                .viewAsString(modal("Again", passage("Next")))))).isEqualTo("not_found");
        assertThat(alice.view().orElseThrow().title()).isEqualTo("Changed");
    }

    @Test
    void aHomeIsShown() throws Exception {
        client.viewsPublish(publish -> publish.userId(alice.id()).viewAsString("""
                {"type":"home","blocks":[{"type":"header","text":{"type":"plain_text","text":"How to ask"}}]}"""));
        assertThat(alice.home().orElseThrow().text()).isEqualTo("How to ask");
        alice.opensHome();
        await().untilAsserted(() -> assertThat(heard).contains("opened home"));
    }

    @Test
    void aMessageThatOnlySheSeesIsPressedAndReplaced() throws Exception {
        client.chatPostEphemeral(post -> post.channel(general.id()).user(alice.id()).text("psst").blocksAsString(
                "[" + passage("Next").substring(0, passage("Next").indexOf("{\"type\":\"input\"")).strip()
                        .replaceFirst(",$", "") + "]"));
        SlackMessage seen = general.ephemeral(alice).getFirst();
        Interaction press = alice.presses(seen, "Next");
        await().until(press::isAcked);
        assertThat(press.payload().has("message")).isFalse();
        slack.getHttpClient().postJsonBody(press.responseUrl(), Map.of("text", "other", "replace_original", true))
                .close();
        assertThat(general.ephemeral(alice)).extracting(SlackMessage::text).containsExactly("other");
        assertThat(pressed).containsExactly("2");
    }
}
