package dev.pilcrow.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pilcrow.model.LanguageModel.Delivery;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What is told of calls of a model, over real HTTP.
@Timeout(60)
class JournaledModelTest {

    private static final Prompt PROMPT = new Prompt(List.of(new Prompt.Turn(Prompt.Role.USER, "Who founded it?")));

    /// What was told.
    private record Book(List<String> ends, List<Integer> tokens) implements CallJournal {

        Book() {
            this(Collections.synchronizedList(new ArrayList<>()), Collections.synchronizedList(new ArrayList<>()));
        }

        @Override
        public void ended(String end, Duration took) {
            assertThat(took).isPositive();
            ends.add(end);
        }

        @Override
        public void used(int in, int out) {
            tokens.addAll(List.of(in, out));
        }
    }

    private final Book book = new Book();

    @TempDir
    Path folder = Path.of("");

    @ParameterizedTest
    @EnumSource
    void theEndAndTheTokensOfACallAreToldOnce(Wire wire) {
        try (ModelServer server = ModelServer.start(_ -> new Reply.Says("It was founded by Liang."))) {
            LanguageModel model = ScriptedModel.journaled(server, wire, folder, book);
            for (Delivery delivery : Delivery.values()) {
                try (ModelCall call = model.open(PROMPT, delivery, deadline())) {
                    assertThat(call.complete()).isInstanceOf(Completion.Whole.class);
                    call.next();
                }
            }
        }
        assertThat(book.ends()).containsExactly("whole", "whole");
        assertThat(book.tokens()).hasSize(4).allMatch(tokens -> tokens > 0);
        assertThat(book.tokens().subList(0, 2)).as("streamed or not").isEqualTo(book.tokens().subList(2, 4));
    }

    @Test
    void aFaultIsToldByItsName() {
        try (ModelServer server = ModelServer.start(_ -> new Reply.Status(429, Map.of("Retry-After", "60"), "{}"))) {
            LanguageModel model = ScriptedModel.journaled(server, Wire.OPENAI, folder, book);
            for (int i = 0; i < 2; i++) {
                try (ModelCall call = model.open(PROMPT, Delivery.WHOLE, deadline())) {
                    call.complete();
                }
            }
        }
        assertThat(book.ends()).as("the second is not made, as the provider asked for a pause").containsExactly("busy",
                "resting");
        assertThat(book.tokens()).isEmpty();
        assertThat(CallJournal.ends()).containsAll(book.ends()).contains("whole", "enough").doesNotHaveDuplicates();
    }

    @Test
    void aCallThatNobodyWantsToItsEndIsTold() {
        try (ModelServer server = ModelServer.start(_ -> new Reply.Endless())) {
            LanguageModel model = ScriptedModel.journaled(server, Wire.OPENAI, folder, book);
            try (ModelCall call = model.open(PROMPT, Delivery.STREAMED, deadline())) {
                call.next();
            }
        }
        assertThat(book.ends()).containsExactly("enough");
    }

    private static Deadline deadline() {
        return Deadline.in(Duration.ofSeconds(10));
    }
}
