package dev.pilcrow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.pilcrow.slack.server.Setup;
import dev.pilcrow.slack.server.SlackServer;
import dev.pilcrow.telegram.server.Account;
import dev.pilcrow.telegram.server.Chat;
import dev.pilcrow.telegram.server.TelegramServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The program's own port as its operator sees it.
@BesideOthers
@Timeout(120)
class PortBotTest {

    private static final Duration LONG = Duration.ofSeconds(40);

    private final TelegramServer server = TelegramServer.start();
    private final HttpClient client = HttpClient.newHttpClient();
    private final Path folder;

    PortBotTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @AfterEach
    void close() {
        client.close();
        server.close();
    }

    @Test
    void itIsAliveAtOnceAndReadyWhenItsPartsAreUntilTelegramIsGone() throws Exception {
        int port = freePort();
        try (BotProcess bot = start(Map.of("PILCROW_HTTP_PORT", Integer.toString(port)))) {
            await().atMost(LONG).ignoreExceptionsInstanceOf(IOException.class)
                    .untilAsserted(() -> assertThat(get(port, "/readyz").statusCode()).isEqualTo(200));
            assertThat(get(port, "/readyz").body())
                    .isEqualTo("{\"ready\":true,\"store\":\"good\",\"telegram\":\"good\",\"article\":\"good\"}\n");
            server.close();
            await().atMost(LONG).untilAsserted(() -> assertThat(get(port, "/readyz").body()).isEqualTo(
                    "{\"ready\":false,\"store\":\"good\",\"telegram\":\"away\",\"article\":\"good\"}\n"));
            assertThat(get(port, "/readyz").statusCode()).isEqualTo(503);
            assertThat(get(port, "/healthz").statusCode()).as("a new process would not help").isEqualTo(200);
            assertThat(bot.log()).doesNotContain(server.token());
        }
    }

    @Test
    void whereSlackSendsRequestsNobodyIsTakenForTheOperatorWithoutAToken() throws Exception {
        int port = freePort();
        try (SlackServer slack = SlackServer.start(Setup.usual());
                BotProcess bot = start(Map.of("PILCROW_HTTP_PORT", Integer.toString(port), "SLACK_BOT_TOKEN",
                        Setup.CANARY.botToken(), "SLACK_SIGNING_SECRET", Setup.CANARY.signing(), "SLACK_API_URL",
                        slack.api()))) {
            await().atMost(LONG).ignoreExceptionsInstanceOf(IOException.class)
                    .untilAsserted(() -> assertThat(passedOn(port, "/healthz")).startsWith("HTTP/1.1 200"));
            for (String path : List.of("/insights", "/insights.csv", "/metrics")) {
                assertThat(passedOn(port, path)).as(path).startsWith("HTTP/1.1 404");
            }
            assertThat(bot.log()).doesNotContain(Setup.CANARY.signing());
        }
    }

    /// What the bot answers an nginx on this machine that is told `proxy_pass` and nothing else.
    private static String passedOn(int port, String path) throws IOException {
        try (Socket nginx = new Socket(InetAddress.getLoopbackAddress(), port)) {
            nginx.getOutputStream().write(("GET " + path + " HTTP/1.0\r\nHost: 127.0.0.1:" + port
                    + "\r\nConnection: close\r\nUser-Agent: curl/8.5.0\r\nAccept: */*\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            return new String(nginx.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void aPortThatNobodyAskedForIsDoneWithoutAndOneThatWasIsNot() throws Exception {
        try (ServerSocket taken = new ServerSocket()) {
            take(taken, 8080);
            try (BotProcess bot = start(Map.of())) {
                await().atMost(LONG).until(() -> bot.log().contains("hands over what readers write"));
                assertThat(bot.log()).contains("Port 8080 is taken, so health, metrics and pages cannot be read");
            }
            try (BotProcess bot = start(Map.of("PILCROW_HTTP_PORT", "8080"))) {
                bot.awaitEnd(LONG);
                assertThat(bot.exit()).isEqualTo(2);
                assertThat(bot.log()).contains("Port 8080 cannot be opened");
            }
        }
    }

    @Test
    void aCitationLeadsToItsWordsOnThePageAndStillDoesWhenTheArticleIsReplaced() throws Exception {
        int port = freePort();
        Account li = server.person("李雷", "zh-hans");
        Chat chat = server.dm(li);
        Map<String, String> settings = Map.of("PILCROW_HTTP_PORT", Integer.toString(port), "PILCROW_PUBLIC_URL",
                "http://127.0.0.1:" + port);
        String link;
        try (BotProcess bot = start(settings)) {
            li.says(chat, "深度求索的创始人是谁？");
            await().atMost(LONG).until(() -> !links(chat).isEmpty());
            link = links(chat).getFirst();
            assertThat(link).matches("http://127\\.0\\.0\\.1:" + port + "/a/[0-9a-f]{16}\\?q=6\\.\\d+-\\d+#p6");
            assertThat(opened(link).select("mark").eachText()).containsExactly("深度求索创始人梁文锋 视频截图");
            assertThat(opened(link).select("#earlier")).isEmpty();
            bot.end();
        }
        Map<String, String> replaced = new HashMap<>(settings);
        replaced.put("PILCROW_ARTICLE", Files.writeString(folder.resolve("new.txt"), "全新的文章。").toString());
        try (BotProcess bot = start(replaced)) {
            await().atMost(LONG).until(() -> bot.log().contains("全新的文章"));
            Document earlier = opened(link);
            assertThat(earlier.select("mark").eachText()).containsExactly("深度求索创始人梁文锋 视频截图");
            assertThat(opened("http://127.0.0.1:" + port + earlier.expectFirst("#earlier a").attr("href"))
                    .expectFirst("#p1").wholeText()).isEqualTo("¶1全新的文章。");
        }
        assertThat(server.violations()).isEmpty();
    }

    private static List<String> links(Chat chat) {
        return chat.botMessages().stream().flatMap(message -> message.entities().stream())
                .filter(entity -> entity.type().equals("text_link"))
                .map(entity -> entity.json().path("url").asText()).toList();
    }

    private Document opened(String link) throws IOException, InterruptedException {
        HttpResponse<String> page = client.send(HttpRequest.newBuilder(URI.create(link)).build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(page.statusCode()).isEqualTo(200);
        return Jsoup.parse(page.body());
    }

    private static void take(ServerSocket socket, int port) {
        try {
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        } catch (IOException _) {
            // Another program has it, which is as good.
        }
    }

    private HttpResponse<String> get(int port, String path) throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private BotProcess start(Map<String, String> settings) {
        Map<String, String> all = new HashMap<>(
                Map.of("TELEGRAM_BOT_TOKEN", server.token(), "TELEGRAM_API_URL", server.url()));
        all.putAll(settings);
        return BotProcess.start(folder, all);
    }

    private static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        }
    }
}
