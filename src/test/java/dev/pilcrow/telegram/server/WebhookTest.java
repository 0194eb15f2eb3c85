package dev.pilcrow.telegram.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import dev.pilcrow.standin.Json;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.telegram.telegrambots.meta.api.methods.updates.DeleteWebhook;
import org.telegram.telegrambots.meta.api.methods.updates.GetWebhookInfo;
import org.telegram.telegrambots.meta.api.methods.updates.SetWebhook;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;

class WebhookTest extends WithServer {

    private final List<String> texts = new CopyOnWriteArrayList<>();
    private final List<String> secrets = new CopyOnWriteArrayList<>();
    private final AtomicInteger failures = new AtomicInteger();
    private HttpServer bot;

    @BeforeEach
    void listen() throws IOException {
        bot = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        bot.createContext("/telegram", exchange -> {
            var update = Json.read(exchange.getRequestBody().readAllBytes());
            boolean fails = failures.getAndDecrement() > 0;
            if (!fails) {
                texts.add(update.path("message").path("text").asText());
                secrets.add(exchange.getRequestHeaders().getFirst("X-Telegram-Bot-Api-Secret-Token"));
            }
            exchange.sendResponseHeaders(fails ? 500 : 200, -1);
            exchange.close();
        });
        bot.start();
    }

    @AfterEach
    void stop() {
        bot.stop(0);
    }

    private void hook() throws TelegramApiException {
        client.execute(SetWebhook.builder().url("http://127.0.0.1:" + bot.getAddress().getPort() + "/telegram")
                .secretToken("a-secret_1").maxConnections(1).build());
    }

    @Test
    void updatesAreSentInOrderWithTheSecret() throws TelegramApiException {
        alice.says(dm, "before");
        hook();
        alice.says(dm, "one");
        alice.says(dm, "two");
        await().until(() -> texts.size() == 3);
        assertThat(texts).containsExactly("before", "one", "two");
        assertThat(secrets).containsOnly("a-secret_1");
        await().until(() -> server.pending() == 0);
    }

    @Test
    void anUpdateIsSentAgainUntilItIsTaken() throws TelegramApiException {
        failures.set(3);
        hook();
        alice.says(dm, "one");
        alice.says(dm, "two");
        await().until(() -> texts.size() == 2);
        assertThat(texts).containsExactly("one", "two");
        assertThat(client.execute(new GetWebhookInfo()).getLastErrorMessage()).contains("500");
    }

    @Test
    void nobodyPollsWhileAWebhookIsSet() throws TelegramApiException {
        hook();
        assertThat(refusal(() -> client.updates(0)))
                .startsWith("409 Conflict: can't use getUpdates method while webhook");
        assertThat(client.execute(new GetWebhookInfo()).getUrl()).endsWith("/telegram");
        client.execute(new DeleteWebhook());
        assertThat(client.updates(0)).isEmpty();
        assertThat(client.execute(new GetWebhookInfo()).getUrl()).isEmpty();
    }

    @Test
    void aWebhookMayForgetWhatIsWaiting() throws TelegramApiException {
        alice.says(dm, "old");
        client.execute(DeleteWebhook.builder().dropPendingUpdates(true).build());
        assertThat(server.pending()).isZero();
    }

    @Test
    void aWebhookHasAPlainSecretAndStaysOnThisMachine() throws Exception {
        assertThat(raw("setWebhook", "{\"url\":\"http://127.0.0.1:1/\",\"secret_token\":\"a b\"}"))
                .contains("unallowed characters");
        assertThat(refusal(() -> client.execute(SetWebhook.builder().url("http://example.org/").build())))
                .contains("bad webhook");
    }
}
