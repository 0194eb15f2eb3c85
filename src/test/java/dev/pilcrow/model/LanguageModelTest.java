package dev.pilcrow.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pilcrow.BesideOthers;
import dev.pilcrow.Secret;
import dev.pilcrow.model.LanguageModel.Delivery;
import dev.pilcrow.model.Prompt.Role;
import dev.pilcrow.model.Prompt.Turn;
import java.net.URI;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Every provider over real HTTP, streamed and whole.
@Timeout(60)
@BesideOthers
class LanguageModelTest {

    private static final String TEXT = "{\"claim\":\"深度求索 😀\"}\n第二行 {{secret}}";
    private static final Prompt PROMPT = new Prompt(
            List.of(new Turn(Role.SYSTEM, "only {{this}}"), new Turn(Role.USER, "[1] 段落 {{x}}"),
                    new Turn(Role.ASSISTANT, "好"), new Turn(Role.USER, "谁？")));
    private static final int SHORT = 300;
    private static final String KEY = "sk-canary-4711";

    static Stream<Arguments> ways() {
        return Stream.of(Wire.values())
                .flatMap(wire -> Stream.of(Delivery.values()).map(delivery -> Arguments.of(wire, delivery)));
    }

    /// A fault of a provider, and what a call that is streamed, and one that is not, makes of it.
    static Stream<Arguments> faults() {
        List<Object[]> faults = List.of(new Object[]{status(401), Fault.KEY_REFUSED, Fault.KEY_REFUSED},
                new Object[]{status(402), Fault.KEY_REFUSED, Fault.KEY_REFUSED},
                new Object[]{status(403), Fault.KEY_REFUSED, Fault.KEY_REFUSED},
                new Object[]{status(408), Fault.TIMEOUT, Fault.TIMEOUT},
                new Object[]{status(503), Fault.BUSY, Fault.BUSY},
                new Object[]{status(504), Fault.TIMEOUT, Fault.TIMEOUT},
                new Object[]{status(404), Fault.NOT_FOUND, Fault.NOT_FOUND},
                new Object[]{status(422), Fault.REQUEST_REFUSED, Fault.REQUEST_REFUSED},
                new Object[]{status(429), Fault.BUSY, Fault.BUSY},
                new Object[]{status(500), Fault.PROVIDER_ERROR, Fault.PROVIDER_ERROR},
                new Object[]{status(529), Fault.BUSY, Fault.BUSY},
                new Object[]{new Reply.Hangs(), Fault.TIMEOUT, Fault.TIMEOUT},
                new Object[]{new Reply.Dribbles(TEXT, Duration.ofMillis(200)), Fault.TIMEOUT, Fault.TIMEOUT},
                new Object[]{new Reply.Resets(), Fault.UNREACHABLE, Fault.UNREACHABLE},
                new Object[]{new Reply.ResetsAfter(TEXT), Fault.BROKEN_OFF, Fault.UNREACHABLE},
                new Object[]{new Reply.Halves(TEXT), Fault.BROKEN_OFF, Fault.UNREACHABLE},
                new Object[]{new Reply.Empty(), Fault.EMPTY, Fault.EMPTY},
                new Object[]{new Reply.Endless(), Fault.TOO_LONG, Fault.TOO_LONG});
        return Stream.of(Wire.values()).flatMap(wire -> faults.stream()
                .flatMap(row -> Stream.of(Arguments.of(wire, Delivery.STREAMED, row[0], row[1]),
                        Arguments.of(wire, Delivery.WHOLE, row[0], row[2]))));
    }

    @ParameterizedTest
    @MethodSource("ways")
    void sendsTheMessagesAsTheyAreAndGivesTheText(Wire wire, Delivery delivery) {
        try (ModelServer server = ModelServer.start(_ -> new Reply.Says(TEXT))) {
            Completion completion = open(server, wire, delivery, 10_000).complete();
            assertThat(completion).isEqualTo(new Completion.Whole(TEXT));
            Asked asked = server.asked().getFirst();
            assertThat(asked.streamed()).isEqualTo(delivery == Delivery.STREAMED);
            assertThat(asked.model()).isEqualTo("some-model");
            assertThat(asked.messages()).extracting(Asked.Turn::role).containsExactly("system", "user", "assistant",
                    "user");
            assertThat(asked.messages()).extracting(Asked.Turn::text)
                    .containsExactlyElementsOf(PROMPT.turns().stream().map(Turn::text).toList());
        }
    }

    @ParameterizedTest
    @MethodSource("faults")
    void everyFaultIsToldAsWhatItIs(Wire wire, Delivery delivery, Reply reply, Fault fault) {
        try (ModelServer server = ModelServer.start(_ -> reply)) {
            ModelCall call = open(server, wire, delivery, fault == Fault.TIMEOUT ? SHORT : 20_000);
            Piece last = last(call);
            assertThat(last).isInstanceOfSatisfying(Piece.Failed.class,
                    failed -> assertThat(failed.fault()).isEqualTo(fault));
            assertThat(call.next()).as("the same again").isEqualTo(last);
            assertThat(server.calls()).as("no retries of the library's own").isOne();
            awaitNoneOpen(server);
        }
    }

    @ParameterizedTest
    @MethodSource("ways")
    void whatIsNoAnswerIsNotTakenForOne(Wire wire, Delivery delivery) {
        for (Reply reply : List.of(new Reply.Garbage(), new Reply.WrongSchema(), new Reply.NoBody())) {
            try (ModelServer server = ModelServer.start(_ -> reply)) {
                assertThat(open(server, wire, delivery, 10_000).complete()).as("%s", reply)
                        .isInstanceOf(Completion.Failed.class);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("ways")
    void closingACallEndsItAtTheProvider(Wire wire, Delivery delivery) throws Exception {
        HeldPieces pieces = new HeldPieces();
        pieces.say("{");
        try (ModelServer server = ModelServer.start(_ -> new Reply.Pieces(pieces))) {
            ModelCall call = open(server, wire, delivery, 30_000);
            if (delivery == Delivery.STREAMED) {
                assertThat(call.next()).isEqualTo(new Piece.Text("{"));
            }
            while (server.open() == 0) {
                Thread.sleep(5);
            }
            call.close();
            awaitNoneOpen(server);
        }
    }

    @ParameterizedTest
    @MethodSource("ways")
    void anInterruptStopsTheWaitAndIsKept(Wire wire, Delivery delivery) {
        try (ModelServer server = ModelServer.start(_ -> new Reply.Hangs())) {
            ModelCall call = open(server, wire, delivery, 30_000);
            Thread.currentThread().interrupt();
            assertThat(call.next()).isEqualTo(new Piece.Failed(Fault.STOPPED));
            assertThat(Thread.interrupted()).isTrue();
            awaitNoneOpen(server);
        }
    }

    @ParameterizedTest
    @MethodSource("ways")
    void piecesComeWhileTheRestIsHeldBack(Wire wire, Delivery delivery) {
        if (delivery == Delivery.STREAMED) {
            HeldPieces pieces = new HeldPieces();
            pieces.say("甲");
            try (ModelServer server = ModelServer.start(_ -> new Reply.Pieces(pieces))) {
                ModelCall call = open(server, wire, delivery, 10_000);
                assertThat(call.next()).isEqualTo(new Piece.Text("甲"));
                pieces.say("乙");
                assertThat(call.next()).isEqualTo(new Piece.Text("乙"));
                pieces.end();
                assertThat(call.next()).isEqualTo(new Piece.End());
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"length,TOO_LONG", "content_filter,REQUEST_REFUSED"})
    void anAnswerThatItsProviderCutIsNotWhole(String reason, Fault fault) {
        String message = "\"content\":\"甲\"},\"finish_reason\":\"" + reason + "\"";
        Reply whole = new Reply.Status(200, Map.of(),
                "{\"choices\":[{\"index\":0,\"message\":{\"role\":\"assistant\"," + message + "}]}");
        Reply streamed = new Reply.Status(200, Map.of("content-type", "text/event-stream"),
                "data: {\"choices\":[{\"index\":0,\"delta\":{" + message + "}]}\n\ndata: [DONE]\n\n");
        for (Delivery delivery : Delivery.values()) {
            Reply reply = delivery == Delivery.WHOLE ? whole : streamed;
            try (ModelServer server = ModelServer.start(_ -> reply)) {
                assertThat(last(open(server, Wire.OPENAI, delivery, 10_000))).isEqualTo(new Piece.Failed(fault));
            }
        }
    }

    @Test
    void aServerThatIsNotThereIsUnreachable() {
        ModelServer server = ModelServer.start(_ -> new Reply.Says(TEXT));
        String url = server.url(Wire.OPENAI);
        server.close();
        LanguageModel model = model(Provider.OPENAI, url);
        assertThat(model.open(PROMPT, Delivery.STREAMED, deadline(10_000)).complete())
                .isEqualTo(new Completion.Failed(Fault.UNREACHABLE));
    }

    @Test
    void aConnectionThatDoesNotComeAboutIsUnreachableAndNotTooSlow() {
        Faults faults = new Faults(InstantSource.system());
        assertThat(faults.of(new IllegalStateException(new HttpConnectTimeoutException("late")), false).fault())
                .isEqualTo(Fault.UNREACHABLE);
        assertThat(faults.of(new IllegalStateException(new HttpTimeoutException("late")), false).fault())
                .isEqualTo(Fault.TIMEOUT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://127.0.0.1:8000/v1", "http://127.0.0.1:8000/v1/"})
    void anAddressMayLackTheSlashAtItsEnd(String url) {
        assertThat(settings(Provider.OPENAI, url).address()).isEqualTo("http://127.0.0.1:8000/v1/");
    }

    @Test
    void onlyOpenAiItselfIsAskedAsItsNewerModelsWant() {
        ModelSettings deepSeek = new ModelSettings(Provider.DEEPSEEK, "some-model", Optional.empty(),
                Optional.of(new Secret(KEY)));
        assertThat(ProviderModels.of(deepSeek).whole().defaultRequestParameters().maxOutputTokens()).isEqualTo(4096);
        ModelSettings openAi = new ModelSettings(Provider.OPENAI, "some-model", Optional.empty(),
                Optional.of(new Secret(KEY)));
        assertThat(ProviderModels.of(openAi).whole().defaultRequestParameters().maxOutputTokens()).isNull();
    }

    @Test
    void theKeyIsSentAndShownNowhere() {
        try (ModelServer server = ModelServer
                .start(_ -> new Reply.Status(401, Map.of(), "{\"error\":{\"message\":\"wrong key " + KEY + "\"}}"))) {
            ModelSettings settings = settings(Provider.OPENAI, server.url(Wire.OPENAI));
            Piece last = last(
                    ProvidedModel.of(settings, InstantSource.system(), CallJournal.NONE).open(PROMPT, Delivery.WHOLE,
                            deadline(10_000)));
            assertThat(server.asked().getFirst().headers()).containsEntry("authorization", "Bearer " + KEY);
            assertThat(last + " " + settings + " " + new RefusedException(401, Optional.empty())).doesNotContain(KEY);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {302, 307, 308})
    void aRedirectIsNotFollowedWithTheKey(int status) {
        try (ModelServer other = ModelServer.start(_ -> new Reply.Says(TEXT));
                ModelServer server = ModelServer.start(_ -> new Reply.Status(status,
                        Map.of("location", other.url(Wire.OPENAI) + "chat/completions"), ""))) {
            assertThat(open(server, Wire.OPENAI, Delivery.STREAMED, 10_000).complete())
                    .isInstanceOf(Completion.Failed.class);
            assertThat(other.calls()).isZero();
        }
    }

    @Test
    void onlyAnAnswerOfOurSizeIsAskedFor() {
        try (ModelServer server = ModelServer.start(_ -> new Reply.Says(TEXT))) {
            askInEveryWay(server);
            assertThat(server.asked()).hasSize(6).extracting(asked -> asked.body().at(switch (asked.wire()) {
                case OPENAI, ANTHROPIC -> "/max_tokens";
                case OLLAMA -> "/options/num_predict";
            }).intValue()).containsOnly(4096);
        }
    }

    @Test
    void theLikeliestAnswerIsAskedForAndOllamaReadsTheWholePrompt() {
        try (ModelServer server = ModelServer.start(_ -> new Reply.Says(TEXT))) {
            askInEveryWay(server);
            assertThat(server.asked()).filteredOn(asked -> asked.wire() == Wire.OPENAI).hasSize(2)
                    .allSatisfy(asked -> assertThat(asked.body().path("temperature").asDouble(-1)).isZero());
            assertThat(server.asked()).filteredOn(asked -> asked.wire() == Wire.OLLAMA).hasSize(2).allSatisfy(asked -> {
                assertThat(asked.body().at("/options/temperature").asDouble(-1)).isZero();
                assertThat(asked.body().at("/options/num_ctx").intValue()).isEqualTo(16_384);
            });
        }
    }

    @Test
    void noOtherVersionOfHttpIsOffered() {
        try (ModelServer server = ModelServer.start(_ -> new Reply.Says(TEXT))) {
            askInEveryWay(server);
            assertThat(server.asked()).hasSize(6)
                    .allSatisfy(asked -> assertThat(asked.headers()).doesNotContainKeys("upgrade", "http2-settings"));
        }
    }

    @Test
    void aResponseMayHaveFourMebibytes() {
        String message = "\"content\":\"甲\"},\"finish_reason\":\"stop\"}]}";
        for (Delivery delivery : Delivery.values()) {
            for (int mebibytes : List.of(3, 5)) {
                String padding = " ".repeat(mebibytes << 20);
                Reply reply = delivery == Delivery.WHOLE
                        ? new Reply.Status(200, Map.of(),
                                padding + "{\"choices\":[{\"index\":0,\"message\":{\"role\":\"assistant\"," + message)
                        : new Reply.Status(200, Map.of("content-type", "text/event-stream"),
                                ":" + padding + "\n\ndata: {\"choices\":[{\"index\":0,\"delta\":{" + message
                                        + "\n\ndata: [DONE]\n\n");
                try (ModelServer server = ModelServer.start(_ -> reply)) {
                    assertThat(last(open(server, Wire.OPENAI, delivery, 10_000)))
                            .isEqualTo(mebibytes == 3 ? new Piece.End() : new Piece.Failed(Fault.TOO_LONG));
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void aStreamThatEndsWithoutItsMarksIsBrokenOff(Wire wire) {
        try (ModelServer server = ModelServer.start(_ -> new Reply.EndsEarly(TEXT))) {
            assertThat(last(open(server, wire, Delivery.STREAMED, 10_000)))
                    .isEqualTo(new Piece.Failed(Fault.BROKEN_OFF));
        }
    }

    @Test
    void openAiItselfIsAskedAsItsNewerModelsWant() {
        try (ModelServer server = ModelServer.start(_ -> new Reply.Says(TEXT))) {
            ModelSettings settings = settings(Provider.OPENAI, server.url(Wire.OPENAI));
            ProviderModels own = ProviderModels.openAi(settings, KEY, new ProviderHttp().builder(), true);
            LanguageModel model = new ProvidedModel("own", own.streaming(), own.whole(), true,
                    new Faults(InstantSource.system()), CallJournal.NONE);
            Stream.of(Delivery.values()).forEach(delivery -> model.open(PROMPT, delivery, deadline(10_000)).complete());
            assertThat(server.asked()).hasSize(2).allSatisfy(asked -> {
                assertThat(asked.body().path("max_completion_tokens").intValue()).isEqualTo(4096);
                assertThat(asked.body().has("max_tokens") || asked.body().has("temperature")).isFalse();
            });
        }
    }

    private static void askInEveryWay(ModelServer server) {
        for (Wire wire : Wire.values()) {
            Stream.of(Delivery.values()).forEach(delivery -> open(server, wire, delivery, 10_000).complete());
        }
    }

    private static Reply status(int code) {
        return new Reply.Status(code, Map.of(), "{\"error\":{\"message\":\"no\"}}");
    }

    private static Piece last(ModelCall call) {
        Piece next = call.next();
        while (next instanceof Piece.Text) {
            next = call.next();
        }
        return next;
    }

    private static ModelCall open(ModelServer server, Wire wire, Delivery delivery, int millis) {
        Provider provider = switch (wire) {
            case OPENAI -> Provider.OPENAI;
            case ANTHROPIC -> Provider.ANTHROPIC;
            case OLLAMA -> Provider.OLLAMA;
        };
        return model(provider, server.url(wire)).open(PROMPT, delivery, deadline(millis));
    }

    private static LanguageModel model(Provider provider, String url) {
        return ProvidedModel.of(settings(provider, url), InstantSource.system(), CallJournal.NONE);
    }

    private static ModelSettings settings(Provider provider, String url) {
        return new ModelSettings(provider, "some-model", Optional.of(URI.create(url)), Optional.of(new Secret(KEY)));
    }

    private static Deadline deadline(int millis) {
        return Deadline.in(Duration.ofMillis(millis), InstantSource.system());
    }

    private static void awaitNoneOpen(ModelServer server) {
        List<Integer> seen = new ArrayList<>();
        for (int i = 0; i < 500 && server.open() > 0; i++) {
            seen.add(server.open());
            try {
                Thread.sleep(10);
            } catch (InterruptedException stopped) {
                throw new IllegalStateException(stopped);
            }
        }
        assertThat(server.open()).as("calls left open, after %s looks", seen.size()).isZero();
    }
}
