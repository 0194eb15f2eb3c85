package dev.pilcrow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.pilcrow.answer.Composing;
import dev.pilcrow.model.ModelServer;
import dev.pilcrow.model.Reply;
import dev.pilcrow.model.Wire;
import dev.pilcrow.ops.Exposition;
import dev.pilcrow.telegram.server.Account;
import dev.pilcrow.telegram.server.Chat;
import dev.pilcrow.telegram.server.TelegramServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// What an operator sees of a bot that answers: its meters, and a line for each question.
@Timeout(120)
class OperatedBotTest {

    private static final Duration SOON = Duration.ofSeconds(40);
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String TOKEN = "an operator's token 4711";
    private static final String QUESTION = "深度求索的创始人是谁？";
    private static final String TELEGRAM = "platform=\"telegram\"";

    private final TelegramServer server = TelegramServer.start();
    private final int port = freePort();

    @TempDir
    Path folder = Path.of("");

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void theOperatorReadsWhatWasCountedAndNobodyElseDoes() throws Exception {
        try (ModelServer model = ModelServer.start(_ -> new Reply.Says(
                Composing.line("深度求索的创始人是梁文锋。", 6, "深度求索创始人梁文锋")));
                BotProcess bot = start(Map.of("PILCROW_MODEL", "openai:scripted", "PILCROW_MODEL_URL",
                        model.url(Wire.OPENAI), "PILCROW_MODEL_PRICE", "1000/2000"))) {
            ask(bot, QUESTION);
            ask(bot, QUESTION);
            ask(bot, "谁是乔泽帕？");
            assertThat(get("").statusCode()).isEqualTo(401);
            assertThat(get("Bearer wrong").statusCode()).isEqualTo(401);
            await().atMost(SOON).untilAsserted(() -> counted(Exposition.of(get("Bearer " + TOKEN).body())));
            HttpResponse<String> page = get("Bearer " + TOKEN);
            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.headers().firstValue("Content-Type")).contains("text/plain; version=0.0.4; charset=utf-8");
            assertThat(page.body()).doesNotContain(TOKEN, server.token(), QUESTION);
            assertThat(bot.log()).contains("composer=openai:scripted").doesNotContain("WARNING");
        }
    }

    private static void counted(Exposition page) {
        assertThat(page.value("pilcrow_questions_total", "outcome=\"answered\"", TELEGRAM)).isEqualTo(3);
        assertThat(page.value("pilcrow_question_seconds_count", TELEGRAM)).isEqualTo(3);
        for (String stage : List.of("waiting", "placeholder", "answer", "shown")) {
            assertThat(page.value("pilcrow_stage_seconds_count", TELEGRAM, "stage=\"" + stage + "\"")).isEqualTo(3);
        }
        assertThat(page.value("pilcrow_updates_received_total", TELEGRAM)).isEqualTo(3);
        assertThat(page.value("pilcrow_cache_requests_total", "cache=\"answers\"", "result=\"hit\""))
                .as("the question that was asked before").isGreaterThanOrEqualTo(1);
        assertThat(page.value("pilcrow_cache_requests_total", "cache=\"conversations\"", "result=\"miss\""))
                .isEqualTo(3);
        assertThat(page.value("pilcrow_model_calls_total", "end=\"whole\"")).isGreaterThanOrEqualTo(2);
        double in = page.value("pilcrow_model_tokens_total", "direction=\"in\"");
        double out = page.value("pilcrow_model_tokens_total", "direction=\"out\"");
        assertThat(in).isGreaterThan(100);
        assertThat(page.value("pilcrow_model_cost_total")).isCloseTo(in / 1000 + out / 500,
                within(1e-6));
        assertThat(page.value("pilcrow_claims_total", "result=\"kept\"")).isGreaterThanOrEqualTo(1);
        assertThat(page.value("pilcrow_inbox_open")).isZero();
        assertThat(page.value("pilcrow_store_up")).isEqualTo(1);
        assertThat(page.labelValues()).noneMatch(value -> value.contains("李雷") || value.contains("梁文锋"));
    }

    @Test
    void everyLineForProgramsIsAnObjectAndHasNothingThatWasWritten() throws IOException {
        try (BotProcess bot = start(Map.of("PILCROW_LOG", "json"))) {
            ask(bot, QUESTION);
            await().atMost(SOON).until(() -> bot.log().contains("\"question\""));
            bot.end();
            assertThat(bot.log()).doesNotContain(QUESTION, "创始人", server.token(), "李雷");
            assertThat(bot.log().lines().map(OperatedBotTest::object)).isNotEmpty().allSatisfy(
                    line -> assertThat(line.path("time").asText()).endsWith("Z"));
            JsonNode fields = question(bot);
            assertThat(fields.path("platform").asText()).isEqualTo("telegram");
            assertThat(fields.path("outcome").asText()).isEqualTo("answered");
            assertThat(fields.path("composer").asText()).isEqualTo("extractive");
            assertThat(fields.path("conversation").asText()).matches("[0-9a-f]{12}");
            assertThat(fields.path("whole_ms").asLong()).isPositive();
        }
    }

    @Test
    void textsAreLoggedWhenTheOperatorAsksForThem() {
        try (BotProcess bot = start(Map.of("PILCROW_LOG", "json", "PILCROW_LOG_TEXT", "yes"))) {
            ask(bot, QUESTION);
            await().atMost(SOON).until(() -> bot.log().contains("\"question\""));
            assertThat(question(bot).path("question_text").asText()).isEqualTo(QUESTION);
            assertThat(question(bot).path("answer_text").asText()).contains("深度求索创始人梁文锋");
        }
    }

    private static JsonNode question(BotProcess bot) {
        return bot.log().lines().map(OperatedBotTest::object)
                .filter(line -> line.path("message").asText().equals("question")).findFirst().orElseThrow()
                .path("fields");
    }

    private static JsonNode object(String line) {
        try {
            return JSON.readTree(line);
        } catch (IOException none) {
            throw new UncheckedIOException(line, none);
        }
    }

    /// Somebody else asks every time.
    private void ask(BotProcess bot, String question) {
        Account li = server.person("李雷", "zh-hans");
        Chat chat = server.dm(li);
        li.says(chat, question);
        await().atMost(SOON).untilAsserted(() -> assertThat(chat.botMessages()).as(bot.log())
                .anyMatch(message -> message.text().matches("(?s).*(?:梁文锋|乔泽帕).*")));
    }

    private HttpResponse<String> get(String authorization) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/metrics"));
        if (!authorization.isEmpty()) {
            request.header("Authorization", authorization);
        }
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        }
    }

    private BotProcess start(Map<String, String> settings) {
        Map<String, String> all = new HashMap<>(Map.of("TELEGRAM_BOT_TOKEN", server.token(), "TELEGRAM_API_URL",
                server.url(), "PILCROW_HTTP_PORT", Integer.toString(port), "PILCROW_ADMIN_TOKEN", TOKEN));
        all.putAll(settings);
        return BotProcess.start(folder, all);
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException none) {
            throw new UncheckedIOException(none);
        }
    }
}
