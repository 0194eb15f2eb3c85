package dev.pilcrow.slack.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.slack.api.Slack;
import com.slack.api.methods.SlackApiException;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// The names of the errors.
class ErrorsTest extends WithServer {

    private String posts(Place place, String thread, String text) throws IOException, SlackApiException {
        return error(client.chatPostMessage(post -> post.channel(place.id()).threadTs(thread).text(text)
                .unfurlLinks(false).unfurlMedia(false)));
    }

    private String updates(Place place, String ts, String text) throws IOException, SlackApiException {
        return error(client.chatUpdate(update -> update.channel(place.id()).ts(ts).text(text)));
    }

    @Test
    void tokensAreChecked() throws Exception {
        assertThat(client.authTest(test -> test).getUserId()).isEqualTo(server.bot().id());
        assertThat(error(slack.methods("xoxb-of-somebody-else-0").authTest(test -> test))).isEqualTo("invalid_auth");
        assertThat(error(slack.methods().authTest(test -> test.token("")))).isEqualTo("not_authed");
    }

    @Test
    void aPlaceIsNotThereOrTheBotIsNotInIt() throws Exception {
        Place strange = server.strangeChannel("strange");
        assertThat(error(client.chatPostMessage(post -> post.channel("C0NOWHERE").text("hello").unfurlLinks(false)
                .unfurlMedia(false)))).isEqualTo("channel_not_found");
        assertThat(posts(strange, null, "hello")).isEqualTo("not_in_channel");
        strange.addsBot(alice);
        assertThat(posts(strange, null, "hello")).isEqualTo("done");
        strange.archives(alice);
        assertThat(posts(strange, null, "hello")).isEqualTo("is_archived");
        Place secret = server.privateChannel("secret");
        secret.kicksBot(alice);
        assertThat(posts(secret, null, "hello")).isEqualTo("channel_not_found");
    }

    @Test
    void aMessageIsNotThereOrNotTheBots() throws Exception {
        SlackMessage hers = alice.says(general, "hello");
        assertThat(updates(general, "1.000001", "other")).isEqualTo("message_not_found");
        assertThat(updates(general, hers.ts(), "other")).isEqualTo("cant_update_message");
        assertThat(error(client.chatDelete(delete -> delete.channel(general.id()).ts(hers.ts()))))
                .isEqualTo("cant_delete_message");
        assertThat(posts(general, "1.000001", "hello")).isEqualTo("thread_not_found");
        assertThat(posts(general, null, "")).isEqualTo("no_text");
    }

    @Test
    void aMessageIsChangedDeletedAndFoundAgain() throws Exception {
        SlackMessage said = said(general, "first");
        assertThat(updates(general, said.ts(), "second")).isEqualTo("done");
        assertThat(said.now().text()).isEqualTo("second");
        assertThat(said.now().edits()).isEqualTo(1);
        assertThat(client.chatGetPermalink(link -> link.channel(general.id()).messageTs(said.ts())).getPermalink())
                .contains(general.id());
        client.chatDelete(delete -> delete.channel(general.id()).ts(said.ts()));
        assertThat(said.isDeleted()).isTrue();
    }

    @Test
    void onlyOnePersonSeesWhatIsForHer() throws Exception {
        assertThat(error(client.chatPostEphemeral(post -> post.channel(general.id()).user(alice.id()).text("psst"))))
                .isEqualTo("done");
        assertThat(general.messages()).isEmpty();
        SlackMessage seen = general.ephemeral(alice).getFirst();
        assertThat(updates(general, seen.ts(), "other")).isEqualTo("message_not_found");
    }

    @Test
    void reactionsArePutOnOnce() throws Exception {
        SlackMessage hers = alice.says(general, "hello");
        for (String error : new String[]{"done", "already_reacted"}) {
            assertThat(error(client.reactionsAdd(add -> add.channel(general.id()).timestamp(hers.ts()).name("eyes"))))
                    .isEqualTo(error);
        }
        assertThat(hers.reactions()).containsExactly("eyes");
        assertThat(error(client.reactionsAdd(add -> add.channel(general.id()).timestamp(hers.ts()).name("No !"))))
                .isEqualTo("invalid_name");
        client.reactionsRemove(remove -> remove.channel(general.id()).timestamp(hers.ts()).name("eyes"));
        assertThat(hers.reactions()).isEmpty();
    }

    @Test
    void aTriggerIsGoodOnceForThreeSeconds() throws Exception {
        String view = "{\"type\":\"modal\",\"title\":{\"type\":\"plain_text\",\"text\":\"Ask\"},\"blocks\":[]}";
        String trigger = alice.command(general, "/ask", "").triggerId();
        assertThat(error(client.viewsOpen(open -> open.triggerId(trigger).viewAsString(view)))).isEqualTo("done");
        assertThat(error(client.viewsOpen(open -> open.triggerId(trigger).viewAsString(view))))
                .isEqualTo("exchanged_trigger_id");
        String late = alice.command(general, "/ask", "").triggerId();
        clock.forward(Duration.ofMillis(3001));
        assertThat(error(client.viewsOpen(open -> open.triggerId(late).viewAsString(view))))
                .isEqualTo("expired_trigger_id");
    }

    @Test
    void aScopeLacks() throws Exception {
        try (SlackServer narrow = SlackServer.start(server.setup().scopes(Set.of("chat:write")))) {
            var answer = Slack.getInstance(config(narrow)).methods(narrow.setup().secrets().botToken())
                    .usersInfo(info -> info.user(alice.id()));
            assertThat(error(answer)).isEqualTo("missing_scope");
            assertThat(answer.getNeeded()).isEqualTo("users:read");
            assertThat(answer.getProvided()).isEqualTo("chat:write");
            narrow.person("Bob", "en-US").says(narrow.channel("general"), "unheard");
            assertThat(narrow.pending()).isZero();
        }
    }
}
