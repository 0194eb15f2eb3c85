package dev.pilcrow.telegram.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pilcrow.standin.HandClock;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.telegram.telegrambots.meta.api.objects.message.Message;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;

/// A server, a bot on the library, and a person who writes to it.
abstract class WithServer {

    final HandClock clock = new HandClock();
    final TelegramServer server = TelegramServer.start(setup());
    final LibraryClient client = new LibraryClient(server);
    final Account alice = server.person("Alice", "en");
    final Chat dm = server.dm(alice);

    Setup setup() {
        // Not the canary: the bare library may tell its token.
        return Setup.usual().clock(clock).token("7700000002:" + "x".repeat(35));
    }

    @AfterEach
    void everyRequestWasAsDocumented() {
        assertThat(server.violations()).isEmpty();
        server.close();
    }

    ChatMessage said(Chat chat, String text) throws TelegramApiException {
        return shown(chat, client.send(chat, text));
    }

    ChatMessage shown(Chat chat, Message message) {
        return chat.find(message.getMessageId()).orElseThrow();
    }

    /// What a request without the library is answered with.
    ///
    /// @param json the body; empty for none
    String raw(String method, String json) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest
                .newBuilder(URI.create(server.url() + "/bot" + server.token() + "/" + method));
        if (!json.isEmpty()) {
            request.header("Content-Type", "application/json").POST(HttpRequest.BodyPublishers.ofString(json));
        }
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString()).body();
        }
    }

    static String refusal(LibraryClient.Call call) throws TelegramApiException {
        return LibraryClient.refusal(call);
    }
}
