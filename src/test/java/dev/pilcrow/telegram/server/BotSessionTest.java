package dev.pilcrow.telegram.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pilcrow.standin.Json;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.telegram.telegrambots.longpolling.BotSession;
import org.telegram.telegrambots.longpolling.util.ExponentialBackOff;
import org.telegram.telegrambots.meta.api.methods.updates.GetUpdates;
import org.telegram.telegrambots.meta.api.objects.Update;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;

/// The library's own polling against the stand-in.
class BotSessionTest extends WithServer {

    private final List<String> received = new CopyOnWriteArrayList<>();
    private final ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor();
    private final BotSession session = new BotSession(new ObjectMapper(), new OkHttpClient(), executor, server.token(),
            () -> LibraryClient.url(server), last -> GetUpdates.builder().offset(last + 1).timeout(5).build(),
            () -> new ExponentialBackOff.Builder().setInitialIntervalMillis(50).setMaxIntervalMillis(100).build(),
            this::receive);

    private void receive(List<Update> updates) {
        updates.forEach(update -> received.add(update.getMessage().getText()));
    }

    @AfterEach
    void stop() {
        session.stop();
        executor.shutdownNow();
    }

    @Test
    void receivesWhatIsSaidOnceAndInOrder() throws TelegramApiException {
        session.start();
        for (int i = 0; i < 20; i++) {
            alice.says(dm, "question " + i);
        }
        await().until(() -> received.size() == 20);
        assertThat(received).startsWith("question 0", "question 1").doesNotHaveDuplicates();
        await().until(() -> server.pending() == 0);
    }

    @Test
    void goesDeafWhenTheNumbersBeginLower() throws TelegramApiException {
        session.start();
        alice.says(dm, "before");
        await().until(() -> received.size() == 1 && server.pending() == 0);
        server.restartIdsAt(1000);
        alice.says(dm, "after");
        await().until(() -> server.sent("getUpdates").size() > 20);
        assertThat(received).containsExactly("before");
        assertThat(server.pending()).isEqualTo(1);
    }

    @Test
    void comesBackAfterTheNetworkDoes() throws TelegramApiException {
        session.start();
        await().until(() -> server.sent("getUpdates").size() == 1);
        server.offline(true);
        alice.says(dm, "into the dark");
        server.offline(false);
        await().until(() -> received.contains("into the dark"));
    }

    @Test
    void oneUpdateThatItCannotReadBlocksThoseBehindIt() throws TelegramApiException {
        ObjectNode poison = Json.object();
        poison.putObject("message").put("message_id", 1).put("date", 1).putObject("chat").put("id", 1);
        server.deliver(poison);
        alice.says(dm, "behind the poison");
        session.start();
        await().until(() -> server.sent("getUpdates").size() > 3);
        assertThat(received).isEmpty();
        assertThat(server.pending()).isEqualTo(2);
    }
}
