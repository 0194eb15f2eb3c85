package dev.pilcrow.telegram.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pilcrow.standin.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The server in a process of its own, where people are played from outside.
class ProgramTest {

    private final HttpClient http = HttpClient.newHttpClient();
    private Process process;
    private String url;

    @BeforeEach
    void run() throws IOException {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        process = new ProcessBuilder(List.of(java.toString(), "-Xmx64m", "-cp", System.getProperty("java.class.path"),
                TelegramServerProgram.class.getName(), "kept=100", "privacy=false"))
                .redirectError(ProcessBuilder.Redirect.DISCARD).start();
        url = "http://127.0.0.1:"
                + new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8)).readLine();
    }

    @AfterEach
    void end() throws Exception {
        process.getOutputStream().close();
        assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
        http.close();
    }

    private JsonNode post(String path, String json) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url + path)).header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json)).build();
        return Json.read(http.send(request, HttpResponse.BodyHandlers.ofByteArray()).body());
    }

    private JsonNode bot(String method, String json) throws Exception {
        return post("/bot" + Setup.CANARY + "/" + method, json);
    }

    @Test
    void peopleArePlayedFromOutside() throws Exception {
        JsonNode said = post("/control/says", "{\"person\":\"Alice\",\"text\":\"Who was he?\"}");
        JsonNode update = bot("getUpdates", "{}").path("result").path(0);
        assertThat(update.path("message").path("text").asText()).isEqualTo("Who was he?");
        JsonNode sent = bot("sendMessage", """
                {"chat_id":%d,"text":"A foundling.","reply_parameters":{"message_id":%d},
                "reply_markup":{"inline_keyboard":[[{"text":"[1]","callback_data":"show:1:1"}]]}}"""
                .formatted(said.path("chat").asLong(), said.path("id").asInt()));
        JsonNode messages = post("/control/messages", "{\"person\":\"Alice\"}").path("messages");
        assertThat(messages.path(1).path("text").asText()).isEqualTo("A foundling.");
        assertThat(messages.path(1).path("reply_to")).isEqualTo(said.path("id"));
        post("/control/presses", "{\"person\":\"Alice\",\"message\":%d,\"label\":\"[1]\"}"
                .formatted(sent.path("result").path("message_id").asInt()));
        JsonNode state = post("/control/state", "");
        assertThat(state.path("pending").asInt()).isEqualTo(2);
        assertThat(state.path("counts").path("sendMessage").asInt()).isEqualTo(1);
        assertThat(state.path("tally")).isEqualTo(Json.object().put("said", 1).put("unanswered", 0).put("twice", 0));
        assertThat(state.path("violations")).isEmpty();
    }

    @Test
    void peopleMeetInGroups() throws Exception {
        JsonNode said = post("/control/says", "{\"person\":\"Alice\",\"group\":\"Readers\",\"text\":\"one\"}");
        post("/control/says", "{\"person\":\"Bob\",\"group\":\"Readers\",\"text\":\"two\",\"reply\":%d}"
                .formatted(said.path("id").asInt()));
        JsonNode messages = post("/control/messages", "{\"person\":\"Bob\",\"group\":\"Readers\"}").path("messages");
        assertThat(messages.path(1).path("thread")).isEqualTo(said.path("id"));
        assertThat(post("/control/dances", "{}").path("error").asText()).isEqualTo("no such wish: dances");
    }
}
