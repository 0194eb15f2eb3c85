package dev.pilcrow.slack.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.slack.api.app_backend.SlackSignature;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Signed requests to an address of the bot's.
class SignaturesTest extends WithServer {

    private final SlackSignature.Generator generator = new SlackSignature.Generator(
            server.setup().secrets().signing());
    private final Queue<Integer> statuses = new ConcurrentLinkedQueue<>();
    private final List<String> bodies = new CopyOnWriteArrayList<>();
    private final List<String> retries = new CopyOnWriteArrayList<>();
    private volatile String answer = "";
    private HttpServer bot;

    @BeforeEach
    void listen() throws IOException {
        bot = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 10);
        bot.createContext("/slack", this::take);
        bot.start();
    }

    @AfterEach
    void stop() {
        bot.stop(0);
    }

    private void take(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
        String at = exchange.getRequestHeaders().getFirst("X-Slack-Request-Timestamp");
        boolean signed = generator.generate(at, body).equals(
                exchange.getRequestHeaders().getFirst("X-Slack-Signature"));
        Integer wanted = statuses.poll();
        byte[] said = (body.contains("url_verification") ? body : answer).getBytes(UTF_8);
        bodies.add(body);
        retries.add(exchange.getRequestHeaders().getFirst("X-Slack-Retry-Num") + " "
                + exchange.getRequestHeaders().getFirst("X-Slack-Retry-Reason"));
        exchange.sendResponseHeaders(signed ? wanted == null ? 200 : wanted : 401, said.length == 0 ? -1 : said.length);
        exchange.getResponseBody().write(said);
        exchange.close();
    }

    private URI address() {
        return URI.create("http://127.0.0.1:" + bot.getAddress().getPort() + "/slack");
    }

    @Test
    void anEventIsSignedAndComesAgainWithItsNumberAndReason() {
        server.postTo(address());
        statuses.addAll(List.of(500, 503));
        alice.says(dm, "hello");
        await().until(() -> server.acks().failed() == 2);
        clock.forward(Duration.ofMinutes(1));
        await().until(() -> server.acks().all().size() == 1);
        assertThat(retries).containsExactly("null null", "null null", "1 http_error", "2 http_error");
        assertThat(server.pending()).isZero();
    }

    @Test
    void aCommandComesAsAFormAndIsAnsweredAtOnce() {
        server.postTo(address());
        answer = "{\"text\":\"Looking...\"}";
        Interaction asked = alice.command(general, "/ask", "who & why?");
        await().until(asked::isAcked);
        assertThat(bodies.getLast()).contains("command=%2Fask", "text=who+%26amp%3B+why%3F");
        await().untilAsserted(
                () -> assertThat(asked.answers()).extracting(SlackMessage::text).containsExactly("Looking..."));
    }

    @Test
    void aPressComesAsAPayload() throws Exception {
        server.postTo(address());
        client.chatPostMessage(post -> post.channel(general.id()).text("hello").unfurlLinks(false).unfurlMedia(false)
                .blocksAsString("""
                        [{"type":"context_actions","elements":[{"type":"feedback_buttons","action_id":"feedback",
                        "positive_button":{"text":{"type":"plain_text","text":"Good"},"value":"up"},
                        "negative_button":{"text":{"type":"plain_text","text":"Bad"},"value":"down"}}]}]"""));
        Interaction pressed = alice.presses(general.last(), "Bad");
        await().until(pressed::isAcked);
        String payload = URLDecoder.decode(bodies.getLast().substring("payload=".length()), UTF_8);
        assertThat(payload).contains("\"type\":\"feedback_buttons\"", "\"value\":\"down\"");
    }

    @Test
    void anAddressThatIsNotTheBotsIsRefused() {
        assertThatThrownBy(() -> server.postTo(URI.create("http://127.0.0.1:1/slack")))
                .isInstanceOf(AssertionError.class);
    }
}
