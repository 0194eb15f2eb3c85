package dev.pilcrow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.pilcrow.slack.server.Person;
import dev.pilcrow.slack.server.Place;
import dev.pilcrow.slack.server.Setup;
import dev.pilcrow.slack.server.SlackMessage;
import dev.pilcrow.slack.server.SlackServer;
import dev.pilcrow.telegram.server.Account;
import dev.pilcrow.telegram.server.Chat;
import dev.pilcrow.telegram.server.TelegramServer;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The program as an operator starts it with Slack's tokens, and a reader meets it.
@Timeout(120)
@BesideOthers
class SlackBotTest {

    private static final Duration SOON = Duration.ofSeconds(60);

    private final SlackServer server = SlackServer.start(Setup.usual().scopes(SlackCheck.SCOPES));
    private Path folder = Path.of("");

    @BeforeEach
    void useFolder(@TempDir Path temporary) {
        folder = temporary;
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void tokensMakeItABotThatAnswersEverywhereAndEndsWhenAsked() {
        Person li = server.person("李雷", "zh-CN");
        Place channel = server.channel("news");
        try (BotProcess bot = start(Map.of())) {
            await().atMost(SOON).until(() -> bot.log().contains("Slack hands over what readers write."));
            SlackMessage asked = li.asks(channel, "深度求索的创始人是谁？");
            await().atMost(SOON).untilAsserted(() -> assertThat(channel.thread(asked.ts())).hasSize(2).last()
                    .matches(message -> message.text().contains("深度求索创始人梁文锋")));
            li.presses(channel.thread(asked.ts()).getLast(), "[1]");
            await().atMost(SOON).until(() -> li.view().isPresent());
            assertThat(li.view().orElseThrow().text()).contains("¶6", "深度求索创始人梁文锋");
            li.says(server.dm(li), "谁写的这篇文章？");
            await().atMost(SOON).until(() -> server.dm(li).botMessages().stream()
                    .anyMatch(message -> message.text().contains("刘程辉")));
            li.command(server.strangeChannel("elsewhere"), "/ask", "深度求索的创始人是谁？");
            assertThat(bot.end()).isLessThan(Duration.ofSeconds(20));
            assertThat(bot.log()).contains("Finishing what is under way…").doesNotContain("Exception", "WARNING",
                    Setup.CANARY.botToken(), Setup.CANARY.appToken());
        }
        assertThat(server.acks().late()).isZero();
        assertThat(server.violations()).isEmpty();
    }

    @Test
    void oneProgramServesBothPlatforms() {
        Person li = server.person("Li", "en-US");
        try (TelegramServer telegram = TelegramServer.start();
                BotProcess bot = start(Map.of("TELEGRAM_BOT_TOKEN", telegram.token(), "TELEGRAM_API_URL",
                        telegram.url()))) {
            Account han = telegram.person("Han", "en");
            Chat chat = telegram.dm(han);
            han.says(chat, "Who founded DeepSeek?");
            await().atMost(SOON).until(() -> bot.log().contains("Slack hands over what readers write."));
            li.says(server.dm(li), "Who founded DeepSeek?");
            await().atMost(SOON).until(() -> chat.botMessages().stream()
                    .anyMatch(message -> message.text().contains("梁文锋")));
            await().atMost(SOON).until(() -> server.dm(li).botMessages().stream()
                    .anyMatch(message -> message.text().contains("梁文锋")));
            assertThat(telegram.violations()).isEmpty();
        }
        assertThat(server.violations()).isEmpty();
    }

    @Test
    void slackMaySendRequestsToTheProgramsOwnPort() throws Exception {
        int port = freePort();
        Person li = server.person("Li", "en-US");
        Map<String, String> settings = new HashMap<>(Map.of("SLACK_BOT_TOKEN", Setup.CANARY.botToken(),
                "SLACK_SIGNING_SECRET", Setup.CANARY.signing(), "SLACK_API_URL", server.api(), "PILCROW_HTTP_PORT",
                Integer.toString(port)));
        try (BotProcess bot = BotProcess.start(folder, settings)) {
            await().atMost(SOON).until(() -> bot.log().contains("Slack hands over what readers write."));
            server.postTo(URI.create("http://127.0.0.1:" + port + "/slack"));
            li.says(server.dm(li), "Who founded DeepSeek?");
            await().atMost(SOON).until(() -> server.dm(li).botMessages().stream()
                    .anyMatch(message -> message.text().contains("梁文锋")));
            assertThat(bot.log()).doesNotContain(Setup.CANARY.signing());
        }
        assertThat(server.violations()).isEmpty();
    }

    @Test
    void aTokenThatSlackRefusesIsTold() {
        try (BotProcess bot = start(Map.of("SLACK_BOT_TOKEN", "xoxb-" + "x".repeat(35)))) {
            await().atMost(SOON).until(() -> bot.log().contains("Slack does not accept the token"));
            assertThat(bot.log()).contains("SLACK_BOT_TOKEN").doesNotContain("x".repeat(35));
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private BotProcess start(Map<String, String> settings) {
        Map<String, String> all = new HashMap<>(Map.of("SLACK_BOT_TOKEN", Setup.CANARY.botToken(), "SLACK_APP_TOKEN",
                Setup.CANARY.appToken(), "SLACK_API_URL", server.api()));
        all.putAll(settings);
        return BotProcess.start(folder, all);
    }
}
