package dev.pilcrow.model;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.pilcrow.BesideOthers;
import java.io.InputStream;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

@Timeout(60)
@BesideOthers
class ModelServerFaultsTest {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    static Stream<Arguments> everyForm() {
        return Stream.of(Wire.values()).flatMap(wire -> Stream.of(Arguments.of(wire, true), Arguments.of(wire, false)));
    }

    @ParameterizedTest
    @MethodSource("everyForm")
    void aStatusComesWithItsHeadersAndTheConnectionIsKept(Wire wire, boolean streamed) throws Exception {
        Reply busy = new Reply.Status(429, Map.of("Retry-After", "7"), "{\"error\":{}}");
        try (ModelServer server = ModelServer.start(asked -> busy)) {
            WireClient client = new WireClient(server);
            for (int i = 1; i <= 3; i++) {
                HttpResponse<String> answer = client.ask(wire, streamed);
                assertThat(answer.statusCode()).isEqualTo(429);
                assertThat(answer.headers().firstValue("retry-after")).hasValue("7");
                assertThat(answer.body()).isEqualTo("{\"error\":{}}");
                assertThat(server.calls()).isEqualTo(i);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("everyForm")
    void aServerThatHangsNoticesThatTheClientHasGone(Wire wire, boolean streamed) throws Exception {
        try (ModelServer server = ModelServer.start(asked -> new Reply.Hangs())) {
            try (Socket socket = new WireClient(server).plain(wire, streamed)) {
                assertThat(socket.getInetAddress().isLoopbackAddress()).isTrue();
                await(() -> server.open() == 1);
            }
            await(() -> server.open() == 0);
            CompletableFuture<HttpResponse<String>> asking = new WireClient(server).asking(wire, streamed);
            await(() -> server.open() == 1);
            asking.cancel(true);
            await(() -> server.open() == 0);
        }
    }

    @ParameterizedTest
    @MethodSource("everyForm")
    void aConnectionIsResetBeforeOrAfterAText(Wire wire, boolean streamed) throws Exception {
        assertThat(plain(new Reply.Resets(), wire, streamed)).isEqualTo("RST");
        assertThat(plain(new Reply.ResetsAfter("半"), wire, streamed)).startsWith("HTTP/1.1 200 ").contains("半")
                .endsWith("RST");
    }

    @ParameterizedTest
    @MethodSource("everyForm")
    void aConnectionIsClosedInTheMiddleOfABody(Wire wire, boolean streamed) throws Exception {
        assertThat(plain(new Reply.Halves("半"), wire, streamed)).contains("半").doesNotContain("\r\n0\r\n")
                .endsWith("FIN");
        try (ModelServer server = ModelServer.start(asked -> new Reply.Halves("half"))) {
            assertThat(new WireClient(server).asking(wire, streamed)).failsWithin(Duration.ofSeconds(10));
        }
    }

    @ParameterizedTest
    @MethodSource("everyForm")
    void anAnswerEndsWithoutItsMarks(Wire wire, boolean streamed) throws Exception {
        assertThat(body(new Reply.EndsEarly("半"), wire, streamed)).contains("半").doesNotContain(
                "[DONE]", "\"finish_reason\":\"stop\"", "end_turn", "message_stop", "\"done\":true");
    }

    @ParameterizedTest
    @MethodSource("everyForm")
    void anAnswerDribbles(Wire wire, boolean streamed) throws Exception {
        long start = System.nanoTime();
        assertThat(body(new Reply.Dribbles("慢 slow", Duration.ofMillis(1)), wire, streamed)).contains("慢 slow");
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(150));
    }

    @ParameterizedTest
    @MethodSource("everyForm")
    void anEmptyAnswerIsWellFormed(Wire wire, boolean streamed) throws Exception {
        assertThat(body(new Reply.Empty(), wire, streamed)).containsAnyOf("\"stop\"", "end_turn")
                .doesNotContain("text_delta", "\"done\":false");
        assertThat(body(new Reply.NoBody(), wire, streamed)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("everyForm")
    void garbageIsNoJsonAndAWrongSchemaIs(Wire wire, boolean streamed) throws Exception {
        String garbage = body(new Reply.Garbage(), wire, streamed);
        assertThat(garbage).contains("<!DOCTYPE html>", "\uFFFD");
        assertThatThrownBy(() -> MAPPER.readTree(garbage)).isInstanceOf(JsonProcessingException.class);
        String wrong = body(new Reply.WrongSchema(), wire, streamed);
        JsonNode json = MAPPER.readTree(wrong.substring(wrong.indexOf('{')));
        assertThat(json.path("choices").isArray()).isFalse();
        assertThat(json.path("content").isNumber()).isTrue();
    }

    @ParameterizedTest
    @MethodSource("everyForm")
    void anEndlessAnswerEndsWhenTheClientGoes(Wire wire, boolean streamed) throws Exception {
        try (ModelServer server = ModelServer.start(asked -> new Reply.Endless())) {
            try (Socket socket = new WireClient(server).plain(wire, streamed)) {
                InputStream in = socket.getInputStream();
                assertThat(in.readNBytes(100_000)).hasSize(100_000);
                assertThat(server.open()).isEqualTo(1);
            }
            await(() -> server.open() == 0);
        }
    }

    @ParameterizedTest
    @EnumSource
    void anEndlessAnswerHasABound(Wire wire) throws Exception {
        String answer = body(new Reply.Endless(), wire, false);
        assertThat(MAPPER.readTree(answer).toString()).contains(" 99999 ").doesNotContain(" 100000 ");
    }

    @ParameterizedTest
    @EnumSource
    void aClientThatGoesWhileAPieceIsHeldBackIsNoticed(Wire wire) throws Exception {
        HeldPieces pieces = new HeldPieces();
        pieces.say("one");
        try (ModelServer server = ModelServer.start(asked -> new Reply.Pieces(pieces))) {
            try (InputStream stream = new WireClient(server).stream(wire)) {
                assertThat(stream.read()).isPositive();
                assertThat(server.open()).isEqualTo(1);
            }
            await(() -> server.open() == 0);
        }
    }

    @Test
    void aScriptThatFailsIsAnsweredWith500() throws Exception {
        try (ModelServer server = ModelServer.start(asked -> {
            throw new IllegalStateException("no \"reply\"");
        })) {
            HttpResponse<String> answer = new WireClient(server).ask(Wire.OPENAI, true);
            assertThat(answer.statusCode()).isEqualTo(500);
            assertThat(MAPPER.readTree(answer.body()).path("error").path("message").asText()).contains("no \"reply\"");
        }
    }

    @Test
    void closingTheServerEndsWhatIsUnderWay() throws Exception {
        HeldPieces never = new HeldPieces();
        ModelServer server = ModelServer.start(asked -> new Reply.Pieces(never));
        CompletableFuture<HttpResponse<String>> asking = new WireClient(server).asking(Wire.OLLAMA, true);
        await(() -> server.open() == 1);
        server.close();
        assertThat(asking).failsWithin(Duration.ofSeconds(10));
        assertThat(server.open()).isZero();
    }

    private static String body(Reply reply, Wire wire, boolean streamed) throws Exception {
        try (ModelServer server = ModelServer.start(asked -> reply)) {
            HttpResponse<String> answer = new WireClient(server).ask(wire, streamed);
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(server.open()).isZero();
            return answer.body();
        }
    }

    private static String plain(Reply reply, Wire wire, boolean streamed) throws Exception {
        try (ModelServer server = ModelServer.start(asked -> reply)) {
            return new WireClient(server).untilTheEnd(wire, streamed);
        }
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + SECONDS.toNanos(10);
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("time is up").isLessThan(end);
            Thread.sleep(2);
        }
    }
}
