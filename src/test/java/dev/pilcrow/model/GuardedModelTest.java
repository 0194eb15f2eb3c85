package dev.pilcrow.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pilcrow.model.LanguageModel.Delivery;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

@Timeout(30)
class GuardedModelTest {

    private static final Duration REST = Duration.ofMillis(300);
    private static final Reply GOOD = new Reply.Says("好");
    private static final Reply BAD = new Reply.Status(500, Map.of(), "");

    private final AtomicReference<Reply> reply = new AtomicReference<>(GOOD);
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.now());
    private final ModelServer server = ModelServer.start(_ -> reply.get());
    private Path file = Path.of("");

    @BeforeEach
    void useFolder(@TempDir Path folder) {
        file = folder.resolve("cache").resolve("pause");
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void aProviderThatFailsIsLeftAloneAndTriedAgainAfterARest() throws Exception {
        LanguageModel model = guarded();
        reply.set(BAD);
        for (int i = 0; i < 5; i++) {
            assertThat(ask(model)).isEqualTo(new Completion.Failed(Fault.PROVIDER_ERROR));
        }
        for (int i = 0; i < 20; i++) {
            assertThat(ask(model)).isEqualTo(new Completion.Failed(Fault.RESTING));
        }
        assertThat(server.calls()).isEqualTo(5);
        assertThat(note().current()).get().extracting(PauseNote.Pause::fault)
                .isEqualTo(Fault.PROVIDER_ERROR);
        reply.set(GOOD);
        Thread.sleep(REST.toMillis() + 50);
        now.updateAndGet(then -> then.plus(REST).plusMillis(50));
        assertThat(ask(model)).isEqualTo(new Completion.Whole("好"));
        assertThat(ask(model)).isEqualTo(new Completion.Whole("好"));
        assertThat(file).doesNotExist();
    }

    @Test
    void aTrialThatFailsMeansAnotherRest() throws Exception {
        LanguageModel model = guarded();
        failUntilItRestsAndWait(model);
        assertThat(ask(model)).isEqualTo(new Completion.Failed(Fault.PROVIDER_ERROR));
        assertThat(ask(model)).isEqualTo(new Completion.Failed(Fault.RESTING));
        assertThat(server.calls()).isEqualTo(6);
    }

    @ParameterizedTest
    @CsvSource({"7,7000", "0.5,500", "-3,0", "soon,0", "99999,600000"})
    void aPauseThatTheProviderAsksForIsKept(String header, long millis) {
        LanguageModel model = guarded();
        reply.set(new Reply.Status(429, Map.of("Retry-After", header), ""));
        assertThat(ask(model)).isEqualTo(new Completion.Failed(Fault.BUSY));
        reply.set(GOOD);
        if (millis > 0) {
            now.updateAndGet(then -> then.plusMillis(millis - 1));
            assertThat(ask(model)).isEqualTo(new Completion.Failed(Fault.RESTING));
            now.updateAndGet(then -> then.plusMillis(2));
        }
        assertThat(ask(model)).isEqualTo(new Completion.Whole("好"));
    }

    @Test
    void aPauseIsKeptByTheNextProcessForThisModelOnly() throws Exception {
        Files.createDirectories(file.getParent());
        Files.writeString(file, "openai:some at home\t" + now.get().plusSeconds(60) + "\tBUSY");
        assertThat(ask(guarded())).isEqualTo(new Completion.Failed(Fault.RESTING));
        Files.writeString(file, "openai:some elsewhere\t" + now.get().plusSeconds(60) + "\tBUSY");
        assertThat(ask(guarded())).isEqualTo(new Completion.Whole("好"));
    }

    @ParameterizedTest
    @CsvSource({"''", "x", "openai:some at home\tyesterday\tBUSY",
            "openai:some at home\t+999999999-01-01T00:00:00Z\tBUSY",
            "openai:some at home\t2030-01-01T00:00:00Z\tWHAT"})
    void aNoteThatCannotBeReadIsNone(String text) throws Exception {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        assertThat(ask(guarded())).isEqualTo(new Completion.Whole("好"));
    }

    @Test
    void whatTheReaderStopsDoesNotSpeakAgainstTheProvider() {
        LanguageModel model = guarded();
        reply.set(new Reply.Hangs());
        for (int i = 0; i < 12; i++) {
            model.open(Prompt.of("?"), Delivery.STREAMED, deadline()).close();
        }
        reply.set(GOOD);
        assertThat(ask(model)).isEqualTo(new Completion.Whole("好"));
    }

    @Test
    void aTrialThatTheReaderStopsGivesItsTurnBack() throws Exception {
        LanguageModel model = guarded();
        failUntilItRestsAndWait(model);
        reply.set(new Reply.Hangs());
        model.open(Prompt.of("?"), Delivery.STREAMED, deadline()).close();
        reply.set(GOOD);
        assertThat(ask(model)).isEqualTo(new Completion.Whole("好"));
    }

    @Test
    void aTrialThatTheReaderStopsBeforeAnyTextIsNoSuccess() throws Exception {
        LanguageModel model = guarded();
        failUntilItRestsAndWait(model);
        reply.set(new Reply.Hangs());
        model.open(Prompt.of("?"), Delivery.STREAMED, deadline()).close();
        reply.set(BAD);
        assertThat(ask(model)).isEqualTo(new Completion.Failed(Fault.PROVIDER_ERROR));
        assertThat(ask(model)).isEqualTo(new Completion.Failed(Fault.RESTING));
    }

    @Test
    void aTrialThatTheReaderStopsAfterSomeTextIsASuccess() throws Exception {
        LanguageModel model = guarded();
        failUntilItRestsAndWait(model);
        HeldPieces pieces = new HeldPieces();
        pieces.say("好");
        reply.set(new Reply.Pieces(pieces));
        try (ModelCall call = model.open(Prompt.of("?"), Delivery.STREAMED, deadline())) {
            assertThat(call.next()).isEqualTo(new Piece.Text("好"));
        }
        reply.set(BAD);
        assertThat(ask(model)).isEqualTo(new Completion.Failed(Fault.PROVIDER_ERROR));
        assertThat(ask(model)).isEqualTo(new Completion.Failed(Fault.PROVIDER_ERROR));
    }

    @Test
    void whatTheReaderStopsIsEndedAtTheProvider() throws Exception {
        reply.set(new Reply.Hangs());
        ModelCall call = guarded().open(Prompt.of("?"), Delivery.STREAMED, deadline());
        while (server.open() == 0) {
            Thread.sleep(5);
        }
        call.close();
        while (server.open() > 0) {
            Thread.sleep(5);
        }
    }

    @Test
    void aFailureCountsOnceHoweverOftenItIsTold() {
        LanguageModel model = guarded();
        reply.set(BAD);
        try (ModelCall call = model.open(Prompt.of("?"), Delivery.WHOLE, deadline())) {
            for (int i = 0; i < 6; i++) {
                assertThat(call.next()).isEqualTo(new Piece.Failed(Fault.PROVIDER_ERROR));
            }
        }
        assertThat(ask(model)).isEqualTo(new Completion.Failed(Fault.PROVIDER_ERROR));
    }

    static Stream<Reply> faults() {
        return Stream.of(new Reply.Status(401, Map.of(), ""), new Reply.Status(404, Map.of(), ""),
                new Reply.Status(429, Map.of(), ""), new Reply.Status(504, Map.of(), ""), new Reply.Resets(),
                new Reply.Empty(), new Reply.Garbage());
    }

    @ParameterizedTest
    @MethodSource("faults")
    void everyFaultOfTheProvidersCounts(Reply fault) {
        LanguageModel model = guarded();
        reply.set(fault);
        for (int i = 0; i < 5; i++) {
            assertThat(ask(model)).isNotEqualTo(new Completion.Failed(Fault.RESTING));
        }
        assertThat(ask(model)).isEqualTo(new Completion.Failed(Fault.RESTING));
    }

    @Test
    void aShorterPauseDoesNotReplaceALongerOne() {
        PauseNote note = note();
        PauseNote.Pause longer = new PauseNote.Pause(now.get().plusSeconds(300), Fault.BUSY);
        note.write(longer);
        note.write(new PauseNote.Pause(now.get().plusSeconds(5), Fault.PROVIDER_ERROR));
        assertThat(note.current()).contains(longer);
        assertThat(note().current()).as("in the file").contains(longer);
    }

    @Test
    void aNoteThatIsTooLongIsNone() throws Exception {
        Files.createDirectories(file.getParent());
        Files.writeString(file, "openai:some\t" + now.get().plusSeconds(60) + "\tBUSY" + " ".repeat(1_000));
        assertThat(ask(guarded())).isEqualTo(new Completion.Whole("好"));
    }

    @Test
    void aPauseIsNotEndedByAnAnswerToWhatWasAskedBefore() {
        LanguageModel model = guarded();
        HeldPieces pieces = new HeldPieces();
        reply.set(new Reply.Pieces(pieces));
        try (ModelCall before = model.open(Prompt.of("?"), Delivery.STREAMED, deadline())) {
            pieces.say("好");
            assertThat(before.next()).isEqualTo(new Piece.Text("好"));
            now.updateAndGet(then -> then.plusMillis(1));
            reply.set(new Reply.Status(429, Map.of("Retry-After", "300"), ""));
            ask(model);
            pieces.end();
            assertThat(before.next()).isEqualTo(new Piece.End());
        }
        assertThat(ask(model)).isEqualTo(new Completion.Failed(Fault.RESTING));
    }

    @Test
    void aStepThatHadLessTimeThanTheQuestionDoesNotSpeakAgainstTheProvider() {
        LanguageModel model = guarded();
        reply.set(new Reply.Hangs());
        for (int i = 0; i < 6; i++) {
            try (ModelCall call = model.open(Prompt.of("?"), Delivery.WHOLE,
                    deadline().within(Duration.ofMillis(20)))) {
                assertThat(call.complete()).isEqualTo(new Completion.Failed(Fault.TIMEOUT));
            }
        }
        reply.set(GOOD);
        assertThat(ask(model)).isEqualTo(new Completion.Whole("好"));
    }

    @Test
    void aRefusedRequestSaysNothingOfTheProvider() {
        LanguageModel model = guarded();
        reply.set(new Reply.Status(400, Map.of(), ""));
        for (int i = 0; i < 12; i++) {
            assertThat(ask(model)).isEqualTo(new Completion.Failed(Fault.REQUEST_REFUSED));
        }
    }

    private void failUntilItRestsAndWait(LanguageModel model) throws InterruptedException {
        reply.set(BAD);
        for (int i = 0; i < 5; i++) {
            ask(model);
        }
        Thread.sleep(REST.toMillis() + 50);
        now.updateAndGet(then -> then.plus(REST).plusMillis(50));
    }

    private static Completion ask(LanguageModel model) {
        try (ModelCall call = model.open(Prompt.of("?"), Delivery.WHOLE, deadline())) {
            return call.complete();
        }
    }

    private static Deadline deadline() {
        return Deadline.in(Duration.ofSeconds(10), InstantSource.system());
    }

    private PauseNote note() {
        return new PauseNote(file, "openai:some at home", now::get);
    }

    private LanguageModel guarded() {
        LanguageModel model = new ProvidedModel("openai:some",
                ((ProvidedModel) ScriptedModel.of(server, Wire.OPENAI)).streaming(),
                ((ProvidedModel) ScriptedModel.of(server, Wire.OPENAI)).whole(), true, new Faults(now::get),
                CallJournal.NONE);
        return new GuardedModel(model, now::get, note(), REST);
    }
}
