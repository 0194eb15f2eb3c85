package dev.pilcrow.slack.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.slack.api.Slack;
import com.slack.api.SlackConfig;
import com.slack.api.methods.MethodsClient;
import com.slack.api.methods.SlackApiException;
import com.slack.api.methods.SlackApiTextResponse;
import com.slack.api.methods.response.chat.ChatPostMessageResponse;
import dev.pilcrow.standin.HandClock;
import java.io.IOException;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;

/// A server, a bot on the library, and a person who writes to it.
abstract class WithServer {

    final HandClock clock = new HandClock();
    final SlackServer server = SlackServer.start(setup());
    final Slack slack = Slack.getInstance(config(server));
    final MethodsClient client = slack.methods(server.setup().secrets().botToken());
    final Person alice = server.person("Alice", "en-US");
    final Place dm = server.dm(alice);
    final Place general = server.channel("general");

    /// Does the test break rules?
    boolean breaking;

    Setup setup() {
        // Not the canaries: the bare library may tell its tokens.
        return Setup.usual().clock(clock).secrets(new Setup.Secrets("xoxb-1-2-" + "x".repeat(24),
                "xapp-1-A-2-" + "x".repeat(24), "s".repeat(32)));
    }

    static SlackConfig config(SlackServer server) {
        SlackConfig config = new SlackConfig();
        config.setMethodsEndpointUrlPrefix(server.api());
        return config;
    }

    @AfterEach
    void everyRequestWasAsDocumented() throws Exception {
        if (!breaking) {
            assertThat(server.violations()).isEmpty();
        }
        slack.close();
        server.close();
    }

    /// Says something with the bot.
    SlackMessage said(Place place, String text) throws IOException, SlackApiException {
        ChatPostMessageResponse answer = client.chatPostMessage(request -> request.channel(place.id()).text(text)
                .unfurlLinks(false).unfurlMedia(false));
        assertThat(answer.getError()).isNull();
        return place.find(answer.getTs()).orElseThrow();
    }

    static String error(SlackApiTextResponse answer) {
        return answer.isOk() ? "done" : answer.getError();
    }

    static ConditionFactory await() {
        return Awaitility.await().pollInterval(Duration.ofMillis(5)).atMost(Duration.ofSeconds(10));
    }
}
