package dev.pilcrow.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.awaitility.Awaitility.await;

import dev.pilcrow.BesideOthers;
import dev.pilcrow.chat.Delivery;
import dev.pilcrow.chat.Incoming;
import dev.pilcrow.chat.MessageId;
import dev.pilcrow.chat.Person;
import dev.pilcrow.chat.Place;
import dev.pilcrow.chat.Posted;
import dev.pilcrow.inbox.MemoryPlatform.Call;
import dev.pilcrow.inbox.MemoryPlatform.Shown;
import dev.pilcrow.store.Claimed;
import dev.pilcrow.store.StoreException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Answers that one person is given in a chat of many.
@Timeout(60)
@BesideOthers
class WhisperTest {

    private static final Place WHISPERED = new Place(MemoryPlatform.NAME, "bot", "room", "", false, "li");
    private static final MessageId COMMAND = new MessageId("room", "url");

    private final Talk talk;

    WhisperTest(@TempDir Path folder) throws StoreException {
        talk = Talk.started(folder);
    }

    @AfterEach
    void close() {
        talk.respondent.letGo();
        talk.close();
    }

    private void does(String key, Incoming incoming) {
        talk.platform.deliver(new Delivery(List.of(key), WHISPERED, new Person("li", null), COMMAND, null, incoming));
    }

    @Test
    void anAnswerIsSaidAtOnceAndNothingIsChangedAfterwards() {
        does("1", new Incoming.Question("grow"));
        talk.awaitDone();
        assertThat(talk.platform.shown()).singleElement().matches(one -> one.text().equals("answer to grow"))
                .matches(one -> one.edits() == 0).matches(one -> COMMAND.equals(one.answering()));
        assertThat(talk.inbox.outcomes()).containsExactly(entry("answered", 1L));
    }

    @Test
    void aSlowAnswerIsAnnouncedAndCanBeStopped() {
        does("1", new Incoming.Question("slow"));
        await().atMost(Duration.ofSeconds(10)).until(() -> talk.platform.texts().equals("…"));
        MessageId announced = talk.platform.shown().getFirst().id();
        talk.platform.deliver(new Delivery(List.of("2"), WHISPERED, new Person("li", null), announced, null,
                new Incoming.Pressed("press", talk.platform.action(announced, "stop"))));
        talk.awaitDone();
        assertThat(talk.platform.texts()).isEqualTo("stopped");
        assertThat(talk.inbox.outcomes()).containsEntry("stopped", 1L);
    }

    @Test
    void whatNobodyCanTellIsCountedAndNotSaidAgain() {
        talk.platform.loseWhen(call -> call == Call.POST);
        does("1", new Incoming.Question("who?"));
        talk.awaitDone();
        assertThat(talk.platform.shown()).hasSize(1);
        assertThat(talk.inbox.outcomes()).containsExactly(entry("untold", 1L));
    }

    @Test
    void aFloodWaitIsObeyedAndTheAnswerIsSaidOnce() {
        AtomicInteger floods = new AtomicInteger(2);
        talk.platform.failWith(call -> floods.getAndDecrement() > 0 ? new Posted.Later(Duration.ofMillis(100)) : null);
        does("1", new Incoming.Question("who?"));
        talk.awaitDone();
        assertThat(talk.platform.shown()).extracting(Shown::text).containsExactly("answer to who? again");
        assertThat(talk.respondent.made()).as("the stored answer is said").isOne();
    }

    @Test
    void whatMayHaveBeenSaidBeforeACrashIsNotSaidAgain() {
        talk.inbox.close();
        does("1", new Incoming.Question("who?"));
        Claimed crashed = talk.store.inbox().claim("another", Duration.ofMillis(1), 1).getFirst();
        talk.store.inbox().placed(crashed, "room whispered");
        try (Inbox next = talk.again()) {
            next.start();
            talk.awaitDone();
        }
        assertThat(talk.platform.shown()).isEmpty();
        assertThat(talk.inbox.outcomes()).containsExactly(entry("untold", 1L));
    }

    @Test
    void aCommandIsToldToWhoCalledIt() {
        does("1", new Incoming.Help());
        talk.awaitDone();
        assertThat(talk.platform.shown()).singleElement().matches(one -> COMMAND.equals(one.answering()));
        assertThat(talk.inbox.outcomes()).containsEntry("told", 1L);
    }
}
