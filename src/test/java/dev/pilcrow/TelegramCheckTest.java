package dev.pilcrow;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.pilcrow.article.ReaderLanguage;
import dev.pilcrow.wording.Wordings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The doctor's look at Telegram, which a small server plays.
class TelegramCheckTest {

    private static final String TOKEN = "12345:canary" + "x".repeat(30);
    private static final Instant NOW = Instant.ofEpochSecond(1_800_000_000);
    private static final String OURS = "https://bot.example.org/telegram";

    private record Given(int status, String body) {
    }

    private final Map<String, Given> answers = new HashMap<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            asked.add(exchange.getRequestURI().getPath());
            Given given = answers.getOrDefault(exchange.getRequestURI().getPath().replaceFirst(".*/", ""),
                    new Given(404, "{\"ok\":false,\"error_code\":404,\"description\":\"Not Found\"}"));
            byte[] body = given.body().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(given.status(), body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        answers.put("getMe",
                new Given(200, "{\"ok\":true,\"result\":{\"id\":1,\"is_bot\":true,\"username\":\"pilcrow_bot\"}}"));
        webhook("", 0, 0, "");
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void aBotThatFetchesIsNamed() {
        assertThat(check(false)).isEqualTo("✓ @pilcrow_bot answers; what readers write is fetched.");
        assertThat(asked).containsExactly("/bot" + TOKEN + "/getMe", "/bot" + TOKEN + "/getWebhookInfo");
    }

    @Test
    void aWebhookOfItsOwnIsRight() {
        webhook(OURS, 3, NOW.minusSeconds(3_600).getEpochSecond(), "old");
        assertThat(check(true)).isEqualTo("✓ @pilcrow_bot answers; what readers write comes to the webhook.");
        webhook(OURS, 0, NOW.getEpochSecond(), "over");
        assertThat(check(true)).startsWith("✓ ");
    }

    @Test
    void aWebhookThatIsNotSetYetIsSetAtTheStart() {
        assertThat(check(true)).isEqualTo("✓ @pilcrow_bot answers; Pilcrow sets the webhook when it starts.");
    }

    @Test
    void aWebhookOfAnotherProgramIsTold() {
        webhook("https://other.example.org/secret-path", 0, 0, "");
        assertThat(check(false)).startsWith("✗ @pilcrow_bot has a webhook at other.example.org, where")
                .doesNotContain("secret-path");
        assertThat(check(true)).startsWith("✗ @pilcrow_bot has a webhook at other.example.org, where");
    }

    @Test
    void aWebhookThatDoesNotTakeIsTold() {
        webhook(OURS, 3, NOW.minusSeconds(60).getEpochSecond(), "Connection refused");
        assertThat(check(true)).startsWith("✗ 3 messages to @pilcrow_bot wait, as the webhook does not take them: "
                + "Connection refused; please check PILCROW_PUBLIC_URL");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "401|{\"ok\":false,\"error_code\":401,\"description\":\"Unauthorized\"}|it refuses the token",
            "404|{\"ok\":false,\"error_code\":404,\"description\":\"Not Found\"}|it refuses the token",
            "500|{\"ok\":false,\"error_code\":500}|it failed by itself", "429|{\"ok\":false}|it failed by itself",
            "404|<html>canary</html>|what answers is no Bot API server", "200|[]|what answers is no Bot API server",
            "302|``|what answers is no Bot API server", "200|{\"ok\":\"yes\"}|what answers is no Bot API server"})
    void whatIsWrongIsTold(int status, String body, String told) {
        answers.put("getMe", new Given(status, body));
        assertThat(check(false)).startsWith("✗ " + told).doesNotContain("canary");
    }

    @Test
    void anAnswerWithoutEndIsNone() {
        answers.put("getMe", new Given(200, "{\"ok\":true,\"x\":\"" + "x".repeat(100_000) + "\"}"));
        assertThat(check(false)).startsWith("✗ it cannot be reached");
    }

    @Test
    void aServerThatIsAwayIsTold() {
        server.stop(0);
        assertThat(check(false)).startsWith("✗ it cannot be reached; please check the network")
                .doesNotContain("canary");
    }

    private void webhook(String url, int pending, long failed, String error) {
        answers.put("getWebhookInfo", new Given(200, "{\"ok\":true,\"result\":{\"url\":\"" + url
                + "\",\"has_custom_certificate\":false,\"pending_update_count\":" + pending + ",\"last_error_date\":"
                + failed + ",\"last_error_message\":\"" + error + "\"}}"));
    }

    private String check(boolean webhook) {
        URI api = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        Finding finding = new TelegramCheck(new TelegramAccount(new Secret(TOKEN), api, webhook
                ? Optional.of(new TelegramAccount.Webhook(URI.create(OURS), new Secret("s")))
                : Optional.empty()), () -> NOW).run();
        return (finding.good() ? "✓ " : "✗ ") + Wordings.packaged().in(ReaderLanguage.ENGLISH).say(finding.told());
    }
}
