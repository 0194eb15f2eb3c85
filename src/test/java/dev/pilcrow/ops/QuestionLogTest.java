package dev.pilcrow.ops;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pilcrow.Secret;
import dev.pilcrow.inbox.Finished;
import dev.pilcrow.inbox.Finished.Kind;
import dev.pilcrow.inbox.Outcome;
import dev.pilcrow.inbox.Stage;
import dev.pilcrow.store.AnswerTable.Saved;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class QuestionLogTest {

    private static final Logger LOGGER = Logger.getLogger(QuestionLog.class.getName());
    private static final Pseudonyms PSEUDONYMS = new Pseudonyms(List.of(new Secret("a secret of ours")));
    private static final String ROOM = "telegram/1/-100200300";

    private final List<LogRecord> records = new ArrayList<>();
    private final Handler ear = new Handler() {
        @Override
        public void publish(LogRecord record) {
            records.add(record);
        }

        @Override
        public void flush() {
        }

        @Override
        public void close() {
        }
    };

    @BeforeEach
    void listen() {
        LOGGER.setLevel(Level.INFO);
        LOGGER.addHandler(ear);
    }

    @AfterEach
    void leave() {
        LOGGER.removeHandler(ear);
        LOGGER.setLevel(null);
    }

    @Test
    void aQuestionIsALineWithWhatBecameOfItAndNothingThatWasWritten() {
        new QuestionLog(PSEUDONYMS).finished(answered(Kind.QUESTION, Outcome.ANSWERED));
        assertThat(records).singleElement().satisfies(record -> {
            assertThat(record.getLevel()).isEqualTo(Level.INFO);
            assertThat(record.getMessage()).isEqualTo("question");
        });
        assertThat(fields().toString()).isEqualTo("{delivery=12, platform=telegram, conversation="
                + PSEUDONYMS.of(ROOM) + ", kind=question, outcome=answered, attempts=2, answer=5, "
                + "composer=openai:some, waiting_ms=4, placeholder_ms=90, answer_ms=1234, shown_ms=80, whole_ms=1500}");
    }

    @Test
    void aQuestionWithoutAnAnswerHasNoNumberOfOne() {
        new QuestionLog(PSEUDONYMS).withTexts(_ -> {
            throw new AssertionError("nothing to look for");
        }).finished(new Finished(3, "slack", "slack/T1/C1", Kind.SUMMARY, Outcome.LIMITED, 1, null, "", Map.of(),
                Duration.ofMillis(7)));
        assertThat(fields()).containsEntry("outcome", "limited").containsEntry("kind", "summary")
                .doesNotContainKeys("answer", "composer", "question_text", "answer_text", "waiting_ms");
    }

    @Test
    void textsAreShownWhenTheOperatorAsksForThem() {
        String payload = "{\"answer\":{\"claims\":[{\"text\":\"梁文锋。\"},{\"text\":\"He did.\"}]}}";
        new QuestionLog(PSEUDONYMS).withTexts(number -> Optional.of(new Saved(number, 12, ROOM, "ann", "article", "zh",
                "是谁？", "grounded", "", payload, null, Instant.EPOCH)))
                .finished(answered(Kind.QUESTION, Outcome.ANSWERED));
        assertThat(fields()).containsEntry("question_text", "是谁？").containsEntry("answer_text", "梁文锋。 He did.");
    }

    @Test
    void whatIsNoQuestionAndWhatIsIgnoredIsNotShown() {
        QuestionLog log = new QuestionLog(PSEUDONYMS);
        log.finished(answered(Kind.EVENT, Outcome.TOLD));
        log.finished(answered(Kind.OVERHEARD, Outcome.IGNORED));
        assertThat(records).isEmpty();
        LOGGER.setLevel(Level.FINE);
        log.finished(answered(Kind.EVENT, Outcome.TOLD));
        assertThat(records).singleElement().extracting(LogRecord::getLevel).isEqualTo(Level.FINE);
    }

    @Test
    void aConversationHasTheSameOtherNameEverywhereThatNobodyElseFinds() {
        String name = PSEUDONYMS.of(ROOM);
        assertThat(name).matches("[0-9a-f]{12}").isEqualTo(
                new Pseudonyms(List.of(new Secret("a secret of ours"))).of(ROOM));
        assertThat(name).isNotEqualTo(PSEUDONYMS.of("telegram/1/-100200301"))
                .isNotEqualTo(new Pseudonyms(List.of(new Secret("another"))).of(ROOM));
    }

    @SuppressWarnings("unchecked")
    private Map<String, Object> fields() {
        return (Map<String, Object>) records.getFirst().getParameters()[0];
    }

    private static Finished answered(Kind kind, Outcome outcome) {
        return new Finished(12, "telegram", ROOM, kind, outcome, 2, 5L, "openai:some",
                Map.of(Stage.SHOWN, Duration.ofMillis(80), Stage.WAITING, Duration.ofMillis(4), Stage.ANSWER,
                        Duration.ofMillis(1234), Stage.PLACEHOLDER, Duration.ofMillis(90)),
                Duration.ofMillis(1500));
    }
}
