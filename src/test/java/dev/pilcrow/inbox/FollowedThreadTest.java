package dev.pilcrow.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.pilcrow.chat.Delivery;
import dev.pilcrow.chat.Incoming;
import dev.pilcrow.chat.Message;
import dev.pilcrow.chat.MessageId;
import dev.pilcrow.chat.Person;
import dev.pilcrow.chat.Place;
import dev.pilcrow.chat.Post;
import dev.pilcrow.inbox.MemoryPlatform.Shown;
import dev.pilcrow.store.StoreException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Threads in which the bot is spoken to without being called.
@Timeout(60)
class FollowedThreadTest {

    private static final Place THREAD = new Place(MemoryPlatform.NAME, "bot", "room", "1", false);

    private final Talk talk;
    private final AtomicInteger keys = new AtomicInteger();

    FollowedThreadTest(@TempDir Path folder) throws StoreException {
        talk = Talk.started(folder);
    }

    @AfterEach
    void close() {
        talk.respondent.letGo();
        talk.close();
    }

    private void does(String person, Incoming incoming) {
        String key = "k" + keys.incrementAndGet();
        talk.platform.deliver(new Delivery(List.of(key), THREAD, new Person(person, null),
                new MessageId("room", key), null, incoming));
    }

    @Test
    void theBotTakesPartInAThreadWhereItHasAnsweredUntilItIsMuted() {
        assertThat(talk.inbox.takesPartIn(THREAD)).isFalse();
        does("li", new Incoming.Question("who?"));
        talk.awaitDone();
        assertThat(talk.inbox.takesPartIn(THREAD)).isTrue();
        assertThat(talk.inbox.takesPartIn(new Place(MemoryPlatform.NAME, "bot", "room", "2", false))).isFalse();
        talk.store.threads().quiet(THREAD.id(), true);
        talk.store.threads().quiet(THREAD.id(), true);
        assertThat(talk.inbox.takesPartIn(THREAD)).isFalse();
        talk.store.threads().quiet(THREAD.id(), false);
        assertThat(talk.inbox.takesPartIn(THREAD)).isTrue();
    }

    @Test
    void whatIsOverheardIsAnsweredWhenItIsMeant() {
        does("li", new Incoming.Overheard("and when?"));
        does("han", new Incoming.Overheard("lunch at twelve"));
        talk.awaitDone();
        assertThat(talk.platform.shown()).extracting(Shown::text).containsExactly("answer to and when?");
        assertThat(talk.inbox.outcomes()).containsEntry("answered", 1L).containsEntry("ignored", 1L);
    }

    @Test
    void thePlatformsOwnStopEndsAllThatIsDoneThereForThatPerson() {
        does("li", new Incoming.Question("slow 1"));
        does("li", new Incoming.Question("slow 2"));
        does("han", new Incoming.Question("slow 3"));
        await().until(() -> talk.platform.shown().size() == 2);
        does("li", new Incoming.Halted());
        await().untilAsserted(() -> assertThat(talk.inbox.outcomes()).containsEntry("stopped", 2L));
        talk.respondent.letGo();
        talk.awaitDone();
        assertThat(talk.platform.shown()).extracting(Shown::text).containsExactlyInAnyOrder("stopped",
                "answer to slow 3");
    }

    @Test
    void aPlaceholderWhosePostingNobodyCouldNoteIsFoundByItsKey() {
        talk.inbox.close();
        does("li", new Incoming.Question("who?"));
        long id = talk.store.inbox().claim("another", Duration.ofMillis(1), 1).getFirst().id();
        talk.platform.post(THREAD, null, Post.of(Message.plain("…")), "k1");
        assertThat(id).isOne();
        try (Inbox next = talk.again()) {
            next.start();
            talk.awaitDone();
        }
        assertThat(talk.platform.shown()).extracting(Shown::text).containsExactly("answer to who?");
    }
}
