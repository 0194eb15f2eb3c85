package dev.pilcrow.slack.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.slack.api.Slack;
import com.slack.api.methods.SlackApiException;
import dev.pilcrow.standin.Fault;
import dev.pilcrow.standin.Request;
import java.io.IOException;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FaultsTest extends WithServer {

    @Test
    void anErrorOrAPageOfHtmlComesInPlaceOfTheAnswer() throws Exception {
        said(dm, "warm");
        server.fail("chat.postMessage", new Fault.Html(502), Fault.tooMany(3), Fault.refuses("fatal_error"));
        assertThatThrownBy(() -> said(dm, "hello")).isInstanceOf(SlackApiException.class);
        assertThatThrownBy(() -> said(dm, "hello")).isInstanceOfSatisfying(SlackApiException.class, refused -> {
            assertThat(refused.getResponse().code()).isEqualTo(429);
            assertThat(refused.getResponse().header("Retry-After")).isEqualTo("3");
            assertThat(refused.getError().getError()).isEqualTo("ratelimited");
        });
        assertThat(error(client.chatPostMessage(post -> post.channel(dm.id()).text("hello").unfurlLinks(false)
                .unfurlMedia(false)))).isEqualTo("fatal_error");
        assertThat(dm.messages()).hasSize(1);
        assertThat(server.sent("chat.postMessage")).extracting(Request::status).containsExactly(200, 502, 429, 200);
    }

    @Test
    void aConnectionBreaksBeforeOrAfterTheMessageIsThere() {
        server.fail("chat.postMessage", new Fault.BreaksBefore());
        assertThatThrownBy(() -> said(dm, "lost")).isInstanceOf(IOException.class);
        assertThat(dm.messages()).isEmpty();
        server.fail("chat.postMessage", new Fault.BreaksAfter());
        assertThatThrownBy(() -> said(dm, "there")).isInstanceOf(IOException.class);
        assertThat(dm).hasToString("Pilcrow: there");
    }

    @Test
    void aMessageIsThereThoughItsAnswerIsHalfGarbageOrLate() throws Exception {
        server.fail("chat.postMessage", new Fault.Halves(), new Fault.Garbage(),
                new Fault.Slow(Duration.ofMillis(300)));
        assertThatThrownBy(() -> said(dm, "one")).isInstanceOf(Exception.class);
        assertThatThrownBy(() -> said(dm, "two")).isInstanceOf(Exception.class);
        long start = System.nanoTime();
        said(dm, "three");
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(290));
        assertThat(dm.messages()).hasSize(3);
    }

    @Test
    void aShareOfTheRequestsFails() throws Exception {
        server.failAtRandom("chat.postMessage", 0.5, new Random(7), new Fault.Html(500), Fault.tooMany(1));
        int failed = 0;
        for (int i = 0; i < 100; i++) {
            try {
                said(dm, "message " + i);
            } catch (SlackApiException _) {
                failed++;
            }
        }
        assertThat(failed).isBetween(30, 70);
        assertThat(dm.messages()).hasSize(100 - failed);
        server.heal();
        said(dm, "healed");
    }

    @Test
    void theNetworkIsCutAndComesBack() throws Exception {
        RawSocket socket = RawSocket.open(slack.methods(server.setup().secrets().appToken()));
        said(dm, "before");
        server.offline(true);
        assertThatThrownBy(() -> said(dm, "during")).isInstanceOf(IOException.class);
        await().until(() -> socket.types().contains("closed"));
        assertThat(server.connections()).isZero();
        server.offline(false);
        said(dm, "after");
        RawSocket.open(slack.methods(server.setup().secrets().appToken())).close();
        assertThat(dm).hasToString("Pilcrow: before\nPilcrow: after");
    }

    @Test
    void whatComesTooFastIsRefused() throws Exception {
        try (SlackServer paced = SlackServer.start(server.setup().paced(true))) {
            var hasty = Slack.getInstance(config(paced)).methods(server.setup().secrets().botToken());
            Place place = paced.channel("general");
            assertThatThrownBy(() -> {
                for (int i = 0; i < 10; i++) {
                    hasty.chatPostMessage(post -> post.channel(place.id()).text("x").unfurlLinks(false)
                            .unfurlMedia(false));
                }
            }).isInstanceOfSatisfying(SlackApiException.class,
                    refused -> assertThat(refused.getResponse().header("Retry-After")).isEqualTo("1"));
            assertThat(place.messages()).hasSize(5);
        }
    }
}
