package dev.pilcrow.slack.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.slack.api.Slack;
import com.slack.api.SlackConfig;
import com.slack.api.methods.MethodsClient;
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

    private static final String BOT = "xoxb-1-2-" + "x".repeat(24);
    private static final String APP = "xapp-1-A-2-" + "x".repeat(24);

    private final HttpClient http = HttpClient.newHttpClient();
    private final SlackConfig config = new SlackConfig();
    private Process process;
    private String url;

    @BeforeEach
    void run() throws IOException {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        process = new ProcessBuilder(List.of(java.toString(), "-Xmx64m", "-cp", System.getProperty("java.class.path"),
                SlackServerProgram.class.getName(), "kept=100", "bot=" + BOT, "app=" + APP, "retries=0,100"))
                .redirectError(ProcessBuilder.Redirect.DISCARD).start();
        url = "http://127.0.0.1:"
                + new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8)).readLine();
        config.setMethodsEndpointUrlPrefix(url + "/api/");
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

    @Test
    void peopleArePlayedFromOutside() throws Exception {
        Slack slack = Slack.getInstance(config);
        MethodsClient client = slack.methods(BOT);
        RawSocket socket = RawSocket.open(slack.methods(APP));
        JsonNode said = post("/control/says", "{\"person\":\"Alice\",\"text\":\"Who was he?\"}");
        WithServer.await().until(() -> socket.envelopes().size() == 1);
        JsonNode envelope = socket.envelopes().getFirst();
        assertThat(envelope.path("payload").path("event").path("text").asText()).isEqualTo("Who was he?");
        socket.ack(envelope);
        client.chatPostMessage(post -> post.channel(said.path("channel").asText()).threadTs(said.path("ts").asText())
                .text("A foundling."));
        JsonNode messages = post("/control/messages", "{\"person\":\"Alice\"}").path("messages");
        assertThat(messages.path(1).path("text").asText()).isEqualTo("A foundling.");
        assertThat(messages.path(1).path("thread")).isEqualTo(said.path("ts"));
        JsonNode state = post("/control/state", "");
        assertThat(state.path("connections").asInt()).isEqualTo(1);
        assertThat(state.path("counts").path("chat.postMessage").asInt()).isEqualTo(1);
        assertThat(state.path("tally")).isEqualTo(Json.object().put("said", 1).put("unanswered", 0).put("twice", 0));
        assertThat(state.path("violations")).isEmpty();
        socket.close();
    }

    @Test
    void peopleGiveCommandsInChannels() throws Exception {
        JsonNode asked = post("/control/command",
                "{\"person\":\"Alice\",\"channel\":\"general\",\"command\":\"/ask\",\"text\":\"who?\"}");
        assertThat(post("/control/answers", asked.toString()).path("messages")).isEmpty();
        post("/control/says", "{\"person\":\"Bob\",\"channel\":\"general\",\"text\":\"who?\",\"asks\":true}");
        assertThat(post("/control/messages", "{\"person\":\"Bob\",\"channel\":\"general\"}").path("messages").path(0)
                .path("text").asText()).endsWith(" who?");
        assertThat(post("/control/dances", "{}").path("error").asText()).isEqualTo("no such wish: dances");
    }
}
