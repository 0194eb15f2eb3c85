package dev.pilcrow.model;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Timeout(30)
class ModelServerTest {

    private static final String TEXT = "{\"答案\": \"芯片 🙂👩‍👩‍👧 \\\"引\\\"\", \"n\": [1, 2]}\n第二行";
    private static final ObjectMapper MAPPER = new ObjectMapper();

    @Test
    void anOpenAiAnswerIsACompletion() throws Exception {
        JsonNode answer = MAPPER.readTree(answer(Wire.OPENAI, false).body());
        assertThat(answer.path("object").asText()).isEqualTo("chat.completion");
        JsonNode choice = answer.path("choices").path(0);
        assertThat(choice.path("message").path("content").asText()).isEqualTo(TEXT);
        assertThat(choice.path("finish_reason").asText()).isEqualTo("stop");
        assertThat(answer.path("usage").path("completion_tokens").asInt()).isPositive();
    }

    @Test
    void anOpenAiStreamHasChunksAFinishReasonTheUsageAndDone() throws Exception {
        HttpResponse<String> answer = answer(Wire.OPENAI, true);
        assertThat(answer.headers().firstValue("content-type").orElseThrow()).startsWith("text/event-stream");
        List<String> data = answer.body().lines().filter(line -> line.startsWith("data: "))
                .map(line -> line.substring(6)).toList();
        assertThat(data.getLast()).isEqualTo("[DONE]");
        JsonNode usage = MAPPER.readTree(data.get(data.size() - 2));
        assertThat(usage.path("choices")).isEmpty();
        assertThat(usage.path("usage").path("total_tokens").asInt()).isPositive();
        StringBuilder text = new StringBuilder();
        for (String chunk : data.subList(0, data.size() - 2)) {
            text.append(MAPPER.readTree(chunk).path("choices").path(0).path("delta").path("content").asText(""));
        }
        assertThat(text).hasToString(TEXT);
        assertThat(data.get(0)).contains("\"role\":\"assistant\"");
        assertThat(data.get(data.size() - 3)).contains("\"finish_reason\":\"stop\"");
        assertThat(data).hasSizeGreaterThan(10);
    }

    @Test
    void anAnthropicAnswerIsAMessage() throws Exception {
        JsonNode answer = MAPPER.readTree(answer(Wire.ANTHROPIC, false).body());
        assertThat(answer.path("type").asText()).isEqualTo("message");
        assertThat(answer.path("content").path(0).path("text").asText()).isEqualTo(TEXT);
        assertThat(answer.path("stop_reason").asText()).isEqualTo("end_turn");
        assertThat(answer.path("usage").path("input_tokens").asInt()).isPositive();
    }

    @Test
    void anAnthropicStreamHasItsEventsInOrder() throws Exception {
        List<String> lines = answer(Wire.ANTHROPIC, true).body().lines().toList();
        assertThat(lines.stream().filter(line -> line.startsWith("event: ")).map(line -> line.substring(7)).distinct())
                .containsExactly("message_start", "content_block_start", "ping", "content_block_delta",
                        "content_block_stop", "message_delta", "message_stop");
        StringBuilder text = new StringBuilder();
        for (String line : lines) {
            if (line.startsWith("data: ")) {
                JsonNode event = MAPPER.readTree(line.substring(6));
                assertThat(lines.get(lines.indexOf(line) - 1)).isEqualTo("event: " + event.path("type").asText());
                text.append(event.path("delta").path("text").asText());
            }
        }
        assertThat(text).hasToString(TEXT);
    }

    @Test
    void anOllamaAnswerIsOneObject() throws Exception {
        JsonNode answer = MAPPER.readTree(answer(Wire.OLLAMA, false).body());
        assertThat(answer.path("message").path("content").asText()).isEqualTo(TEXT);
        assertThat(answer.path("done").asBoolean()).isTrue();
        assertThat(answer.path("done_reason").asText()).isEqualTo("stop");
        assertThat(answer.path("eval_count").asInt()).isPositive();
    }

    @Test
    void anOllamaStreamIsLinesOfWhichTheLastIsDone() throws Exception {
        List<String> lines = answer(Wire.OLLAMA, true).body().lines().toList();
        StringBuilder text = new StringBuilder();
        for (String line : lines) {
            JsonNode object = MAPPER.readTree(line);
            text.append(object.path("message").path("content").asText());
            assertThat(object.path("done").asBoolean()).isEqualTo(line.equals(lines.getLast()));
        }
        assertThat(text).hasToString(TEXT);
        assertThat(lines).hasSizeGreaterThan(8);
    }

    @ParameterizedTest
    @EnumSource
    void theScriptSeesWhatIsAsked(Wire wire) throws Exception {
        try (ModelServer server = ModelServer.start(asked -> new Reply.Says(asked.text()))) {
            HttpResponse<String> answer = new WireClient(server).ask(wire, false);
            assertThat(answer.body()).contains("Be\\nshort.\\nWhy? 为什么");
            Asked asked = server.asked().getFirst();
            assertThat(asked.wire()).isEqualTo(wire);
            assertThat(asked.streamed()).isFalse();
            assertThat(asked.model()).isEqualTo("m-1");
            assertThat(asked.messages()).containsExactly(new Asked.Turn("system", "Be\nshort."),
                    new Asked.Turn("user", "Why? 为什么"));
            assertThat(asked.headers()).containsEntry("x-api-key", "k");
            assertThat(asked.body().path("messages").isArray()).isTrue();
            assertThat(server.calls()).isEqualTo(1);
            assertThat(server.open()).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource
    void aPieceIsReadBeforeTheNextIsLetGo(Wire wire) throws Exception {
        HeldPieces pieces = new HeldPieces();
        pieces.say("first one");
        try (ModelServer server = ModelServer.start(asked -> new Reply.Pieces(pieces));
                InputStream stream = new WireClient(server).stream(wire);
                BufferedReader lines = new BufferedReader(new InputStreamReader(stream, UTF_8))) {
            assertThat(until(lines, "first one")).contains("first one");
            assertThat(server.open()).isEqualTo(1);
            pieces.say("second one");
            assertThat(until(lines, "second one")).contains("second one");
            pieces.end();
            assertThat(lines.lines()).isNotEmpty();
            assertThat(server.open()).isZero();
        }
    }

    @Test
    void aRequestInChunksIsRead() throws Exception {
        try (ModelServer server = ModelServer.start(asked -> new Reply.Says("yes"))) {
            byte[] body = WireClient.body(Wire.OPENAI, false, "芯".repeat(50_000)).getBytes(UTF_8);
            WireClient client = new WireClient(server);
            HttpRequest chunked = HttpRequest.newBuilder(client.request(Wire.OPENAI, ""), (name, value) -> true)
                    .POST(HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body))).build();
            assertThat(client.http().send(chunked, BodyHandlers.ofString()).body()).contains("yes");
            assertThat(server.asked().getFirst().headers()).containsEntry("transfer-encoding", "chunked");
            assertThat(server.asked().getFirst().text()).hasSize(50_000 + "Be\nshort.\n".length());
        }
    }

    @Test
    void whatIsNoRequestOfAWireFormIsRefusedAndNotCounted() throws Exception {
        try (ModelServer server = ModelServer.start(asked -> new Reply.Says("yes"))) {
            WireClient client = new WireClient(server);
            HttpRequest other = HttpRequest.newBuilder(URI.create(server.url(Wire.OPENAI) + "models")).build();
            assertThat(client.http().send(other, BodyHandlers.ofString()).statusCode()).isEqualTo(404);
            HttpRequest broken = client.request(Wire.OLLAMA, "{\"model\":");
            assertThat(client.http().send(broken, BodyHandlers.ofString()).statusCode()).isEqualTo(400);
            assertThat(server.calls()).isZero();
        }
    }

    @Test
    void anthropicInsistsOnItsHeaders() throws Exception {
        assertThat(Wire.ANTHROPIC.refusal(Map.of())).get().extracting("code").isEqualTo(401);
        assertThat(Wire.ANTHROPIC.refusal(Map.of("x-api-key", "k"))).get().extracting("code").isEqualTo(400);
        assertThat(Wire.OPENAI.refusal(Map.of())).isEmpty();
    }

    private static HttpResponse<String> answer(Wire wire, boolean streamed) throws Exception {
        try (ModelServer server = ModelServer.start(asked -> new Reply.Says(TEXT))) {
            HttpResponse<String> answer = new WireClient(server).ask(wire, streamed);
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(server.asked().getFirst().streamed()).isEqualTo(streamed);
            return answer;
        }
    }

    private static String until(BufferedReader lines, String wanted) throws Exception {
        String line = lines.readLine();
        while (line != null && !line.contains(wanted)) {
            line = lines.readLine();
        }
        return String.valueOf(line);
    }
}
