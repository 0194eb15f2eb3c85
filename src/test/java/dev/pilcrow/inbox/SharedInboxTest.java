package dev.pilcrow.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.pilcrow.chat.Delivery;
import dev.pilcrow.chat.Health;
import dev.pilcrow.chat.Incoming;
import dev.pilcrow.chat.MessageId;
import dev.pilcrow.chat.Person;
import dev.pilcrow.chat.Platform;
import dev.pilcrow.limits.Limits;
import dev.pilcrow.store.Store;
import dev.pilcrow.store.TestPostgres;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Two processes that share an inbox, and hear of each other: none of them looks by itself, or renews its leases.
class SharedInboxTest {

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final Duration NEVER = Duration.ofDays(1);

    private final MemoryPlatform platform = new MemoryPlatform();
    private String database;
    private Store one;
    private Store other;
    private EchoRespondent respondent;
    private Inbox accepts;
    private Inbox works;
    private int number;

    @BeforeEach
    void open() throws Exception {
        database = TestPostgres.database();
        one = Store.open(TestPostgres.url(database), InstantSource.system());
        other = Store.open(TestPostgres.url(database), InstantSource.system());
        respondent = new EchoRespondent(other);
        accepts = inbox(one, List.of());
        works = inbox(other, List.of(platform));
        platform.start(accepts);
        works.start();
    }

    private Inbox inbox(Store store, List<Platform> platforms) {
        return inbox(store, platforms, NEVER, NEVER);
    }

    private Inbox inbox(Store store, List<Platform> platforms, Duration look, Duration renewal) {
        return new Inbox(store, platforms, respondent, new Limits(InstantSource.system()), InstantSource.system(),
                Journal.NONE, look, renewal);
    }

    @AfterEach
    void close() {
        works.close();
        accepts.close();
        one.close();
        other.close();
    }

    private void asks(String question) {
        MessageId message = new MessageId("room", "q" + number++);
        platform.deliver(new Delivery(List.of(message.text()), MemoryPlatform.place("room"), new Person("ann", null),
                message, null, new Incoming.Question(question)));
    }

    @Test
    void whatOneProcessAcceptsTheOtherAnswersAtOnce() {
        for (String question : List.of("who", "why", "how")) {
            asks(question);
            await().atMost(SOON).until(() -> platform.texts().contains("answer to " + question));
        }
    }

    /// The row goes to another process, which is in no hurry.
    private void lose() {
        one.inbox().later(one.inbox().row(1).orElseThrow(), NEVER, true);
    }

    @Test
    void whatAnotherProcessHasTakenOverIsNotAnsweredHere() {
        asks("slow");
        await().atMost(SOON).until(() -> respondent.made() == 1);
        lose();
        respondent.letGo();
        await().atMost(SOON).until(() -> one.inbox().row(1).orElseThrow().answer() != null);
        await().pollDelay(Duration.ofMillis(500)).until(() -> true);
        assertThat(platform.texts()).isEqualTo("…");
        assertThat(one.inbox().isOpen(1)).isTrue();
    }

    @Test
    void theWorkOnWhatAnotherProcessHasTakenOverEndsWithTheNextRenewal() {
        works.close();
        works = inbox(other, List.of(platform), NEVER, Duration.ofMillis(100));
        works.start();
        asks("slow");
        await().atMost(SOON).until(() -> respondent.made() == 1);
        lose();
        long begun = System.nanoTime();
        works.close();
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(6));
        assertThat(platform.texts()).isEqualTo("…");
    }

    /// The work is let go of, and begins again.
    @Test
    void whatIsLostAndComesBackIsWorkedOnOnceAtATime() {
        works.close();
        works = inbox(other, List.of(platform), Duration.ofMillis(100), Duration.ofMillis(100));
        works.start();
        asks("slow");
        await().atMost(SOON).until(() -> respondent.made() == 1);
        one.inbox().later(one.inbox().row(1).orElseThrow(), Duration.ZERO, true);
        await().atMost(SOON).until(() -> respondent.made() == 2);
        assertThat(respondent.stopped()).isOne();
        respondent.letGo();
        await().atMost(SOON).until(() -> one.inbox().waiting() == 0);
        assertThat(platform.texts()).isEqualTo("answer to slow");
        assertThat(platform.shown()).singleElement().matches(shown -> shown.edits() == 1);
    }

    @Test
    void aRowThatAnotherProcessIsChangingIsNotLookedForWithoutAPause() throws Exception {
        works.close();
        AtomicInteger looks = new AtomicInteger();
        try (Store counted = Store.open(TestPostgres.url(database), () -> {
            looks.addAndGet(Thread.currentThread().getName().equals("inbox") ? 1 : 0);
            return Instant.now();
        }); Connection changes = DriverManager.getConnection(TestPostgres.url(database).reveal())) {
            asks("who");
            changes.setAutoCommit(false);
            changes.createStatement().execute("SELECT * FROM inbox FOR UPDATE");
            works = inbox(counted, List.of(platform), NEVER, NEVER);
            works.start();
            await().pollDelay(Duration.ofSeconds(1)).until(() -> true);
            assertThat(looks.get()).as("times at which the time was asked for").isBetween(2, 100);
            changes.rollback();
            await().atMost(SOON).until(() -> platform.texts().equals("answer to who"));
            works.close();
        }
    }

    @Test
    void whoStandsByAnswersAllTheSame() {
        platform.setHealth(Health.STANDBY);
        asks("who");
        await().atMost(SOON).until(() -> platform.texts().equals("answer to who"));
    }

    @Test
    void whatIsStoppedInOneProcessStopsInTheOtherAtOnce() {
        asks("slow");
        await().atMost(SOON).until(() -> respondent.made() == 1);
        assertThat(one.inbox().askToStop(1, Outcome.STOPPED.key())).isTrue();
        await().atMost(SOON).until(() -> platform.texts().equals("stopped"));
        await().atMost(SOON).untilAsserted(
                () -> assertThat(one.inbox().outcomes()).containsEntry(Outcome.STOPPED.key(), 1L));
    }
}
