package dev.pilcrow.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import dev.pilcrow.chat.Action;
import dev.pilcrow.chat.Delivery;
import dev.pilcrow.chat.Incoming;
import dev.pilcrow.chat.MessageId;
import dev.pilcrow.inbox.Finished.Kind;
import dev.pilcrow.limits.Limit;
import dev.pilcrow.store.Claimed;
import dev.pilcrow.store.StoreException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// What is told of the work of an inbox.
@Timeout(60)
class JournalTest {

    /// What was told, in order.
    private record Book(Queue<Finished> finished, Queue<List<Integer>> stored, Queue<Limit> limited)
            implements
                Journal {

        Book() {
            this(new ConcurrentLinkedQueue<>(), new ConcurrentLinkedQueue<>(), new ConcurrentLinkedQueue<>());
        }

        @Override
        public void finished(Finished delivery) {
            finished.add(delivery);
        }

        @Override
        public void stored(String platform, int handed, int fresh, Duration took) {
            assertThat(platform).isEqualTo(MemoryPlatform.NAME);
            assertThat(took).isPositive();
            stored.add(List.of(handed, fresh));
        }

        @Override
        public void limited(String platform, Limit limit) {
            limited.add(limit);
        }
    }

    private final Book book = new Book();
    private Talk talk;

    @BeforeEach
    void open(@TempDir Path folder) throws StoreException {
        talk = Talk.on(folder, Journal.both(book, book));
        talk.inbox.start();
    }

    @AfterEach
    void close() {
        talk.respondent.letGo();
        talk.close();
    }

    @Test
    void anAnswerIsToldOnceWithItsStagesInOrder() {
        talk.platform.setSlowness(Duration.ofMillis(30));
        talk.respondent.setEffort(Duration.ofMillis(80));
        talk.says("li", "room", "who?");
        talk.awaitDone();
        Finished finished = only();
        assertThat(finished.platform()).isEqualTo(MemoryPlatform.NAME);
        assertThat(finished.kind()).isEqualTo(Kind.QUESTION);
        assertThat(finished.outcome()).isEqualTo(Outcome.ANSWERED);
        assertThat(finished.attempts()).isEqualTo(1);
        assertThat(finished.composer()).isEqualTo("echo");
        assertThat(finished.answer()).isEqualTo(talk.store.inbox().row(finished.id()).orElseThrow().answer());
        assertThat(finished.conversation()).isEqualTo(MemoryPlatform.place("room").id());
        assertThat(finished.stages()).containsOnlyKeys(Stage.values());
        assertThat(finished.stages().get(Stage.PLACEHOLDER)).isGreaterThanOrEqualTo(Duration.ofMillis(30));
        assertThat(finished.stages().get(Stage.ANSWER)).isGreaterThanOrEqualTo(Duration.ofMillis(80));
        assertThat(finished.stages().get(Stage.SHOWN)).isGreaterThanOrEqualTo(Duration.ofMillis(30));
        Duration sum = finished.stages().values().stream().reduce(Duration.ZERO, Duration::plus);
        assertThat(finished.whole()).isBetween(sum.minusMillis(10), sum.plusSeconds(2));
    }

    @Test
    void eachAttemptCounts() {
        talk.says("li", "room", "fail once");
        talk.awaitDone();
        assertThat(only().attempts()).isEqualTo(2);
        assertThat(only().stages()).as("it waited before it was tried the first time").doesNotContainKey(Stage.WAITING);
    }

    @Test
    void whatEndsOtherwiseIsToldAsWell() {
        talk.says("li", "room", "fail");
        talk.awaitDone();
        talk.does("li", new MessageId("room", "q1"), new Incoming.Help());
        talk.presses("li", new MessageId("room", "1"), new Action.Ask("article", 0));
        talk.does("li", new MessageId("room", "q2"), new Incoming.Wordless());
        talk.does("li", new MessageId("room", "q9"), new Incoming.Edited("never asked"));
        talk.awaitDone();
        await().untilAsserted(() -> assertThat(book.finished().stream().distinct())
                .extracting(Finished::kind, Finished::outcome)
                .containsExactlyInAnyOrder(tuple(Kind.QUESTION, Outcome.APOLOGISED), tuple(Kind.EVENT, Outcome.TOLD),
                        tuple(Kind.OFFERED, Outcome.APOLOGISED), tuple(Kind.EVENT, Outcome.IGNORED),
                        tuple(Kind.EDITED, Outcome.IGNORED)));
    }

    @Test
    void aQuestionThatIsStoppedIsNoAnswer() {
        talk.says("li", "room", "slow");
        await().until(() -> talk.respondent.made() == 1);
        talk.presses("li", talk.platform.shown().getFirst().id(),
                talk.platform.action(talk.platform.shown().getFirst().id(), "stop"));
        talk.awaitDone();
        await().untilAsserted(() -> assertThat(book.finished()).anySatisfy(finished -> {
            assertThat(finished.outcome()).isEqualTo(Outcome.STOPPED);
            assertThat(finished.answer()).isNull();
            assertThat(finished.stages()).doesNotContainKeys(Stage.ANSWER, Stage.SHOWN);
        }));
    }

    @Test
    void whatIsHandedOverTwiceIsToldSo() {
        Delivery delivery = talk.delivery("li", new MessageId("room", "q1"), new Incoming.Question("who?"));
        talk.platform.deliver(delivery, delivery);
        talk.platform.deliver(delivery);
        assertThat(book.stored()).contains(List.of(2, 1), List.of(1, 0)).hasSize(4);
        talk.awaitDone();
        only();
    }

    @Test
    void whichLimitIsReachedIsTold() {
        for (int i = 0; i <= Limit.PERSON.size(); i++) {
            talk.says("li", "room", "question " + i);
            talk.awaitDone();
        }
        assertThat(book.limited()).isNotEmpty().containsOnly(Limit.PERSON);
        assertThat(talk.inbox.outcomes()).contains(entry("limited", 1L));
    }

    @Test
    void aJournalThatFailsHarmsNothing(@TempDir Path other) throws StoreException {
        Journal broken = new Journal() {

            @Override
            public void stored(String platform, int handed, int fresh, Duration took) {
                throw new IllegalStateException("full");
            }

            @Override
            public void finished(Finished delivery) {
                throw new IllegalStateException("full");
            }
        };
        try (Talk untold = Talk.on(other, broken)) {
            untold.inbox.start();
            Delivery delivery = untold.delivery("li", new MessageId("room", "q1"), new Incoming.Question("who?"));
            assertThat(untold.inbox.accept(List.of(delivery))).as("it is on disk").isEqualTo(1);
            untold.awaitDone();
            assertThat(untold.platform.texts()).isEqualTo("answer to who?");
            assertThat(untold.inbox.outcomes()).containsExactly(entry("answered", 1L));
        }
    }

    @Test
    void whatSomebodyElseHasEndedMeanwhileIsNotToldAgain(@TempDir Path other) throws StoreException {
        try (Talk unstarted = Talk.on(other)) {
            unstarted.says("li", "room", "who?");
            Claimed claimed = unstarted.store.inbox().claim("me", Duration.ofMinutes(1), 1).getFirst();
            Row row = new Row(unstarted.store.inbox(), claimed, new Course(claimed, InstantSource.system()), book);
            row.done(Outcome.STOPPED);
            row.done(Outcome.DECLINED);
            assertThat(book.finished()).extracting(Finished::outcome).containsExactly(Outcome.STOPPED);
        }
    }

    /// The one that was told, to both books.
    private Finished only() {
        await().untilAsserted(() -> assertThat(book.finished()).hasSize(2));
        assertThat(book.finished().stream().distinct()).hasSize(1);
        return book.finished().element();
    }
}
