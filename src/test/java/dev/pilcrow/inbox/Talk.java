package dev.pilcrow.inbox;

import static org.awaitility.Awaitility.await;

import dev.pilcrow.Secret;
import dev.pilcrow.chat.Action;
import dev.pilcrow.chat.Delivery;
import dev.pilcrow.chat.Incoming;
import dev.pilcrow.chat.MessageId;
import dev.pilcrow.chat.Person;
import dev.pilcrow.limits.Limits;
import dev.pilcrow.store.Store;
import dev.pilcrow.store.StoreException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/// An inbox on a platform in memory, with an answerer that echoes.
final class Talk implements AutoCloseable {

    private static final Duration LONG = Duration.ofSeconds(60);
    /// For the limits no time passes, however long a test takes.
    private static final InstantSource NOON = InstantSource.fixed(Instant.parse("2026-11-25T12:00:00Z"));

    final MemoryPlatform platform = new MemoryPlatform();
    final Store store;
    final EchoRespondent respondent;
    final Inbox inbox;
    private final AtomicInteger events = new AtomicInteger();

    private Talk(Store store, Journal journal) {
        this.store = store;
        this.respondent = new EchoRespondent(store);
        this.inbox = new Inbox(store, List.of(platform), respondent, new Limits(NOON), InstantSource.system(),
                journal);
        platform.start(inbox);
    }

    /// A talk whose inbox has not begun to work.
    static Talk on(Path folder) throws StoreException {
        return on(folder, Journal.NONE);
    }

    /// The same, whose work is told to a journal.
    static Talk on(Path folder, Journal journal) throws StoreException {
        return new Talk(Store.open(new Secret("jdbc:sqlite:" + folder.resolve("pilcrow.db")), InstantSource.system()),
                journal);
    }

    static Talk started(Path folder) throws StoreException {
        Talk talk = on(folder);
        talk.inbox.start();
        return talk;
    }

    /// Somebody writes; each message has a number of its own.
    MessageId says(String person, String chat, String text) {
        MessageId message = new MessageId(chat, "q" + events.incrementAndGet());
        platform.deliver(delivery(person, message, new Incoming.Question(text)));
        return message;
    }

    void does(String person, MessageId message, Incoming incoming) {
        platform.deliver(delivery(person, message, incoming));
    }

    void presses(String person, MessageId message, Action action) {
        does(person, message, new Incoming.Pressed("press", action));
    }

    Delivery delivery(String person, MessageId message, Incoming incoming) {
        int event = events.incrementAndGet();
        String key = incoming instanceof Incoming.Question ? "m" + message.text() : "e" + event;
        return new Delivery(List.of("u" + event, key), MemoryPlatform.place(message.chat()),
                new Person(person, null), message, null, incoming);
    }

    /// Another inbox over the same store, as after a start.
    Inbox again() {
        return new Inbox(store, List.of(platform), respondent, new Limits(NOON),
                InstantSource.system());
    }

    /// Waits until the inbox is empty.
    void awaitDone() {
        await().atMost(LONG).until(() -> store.inbox().waiting() == 0);
    }

    @Override
    public void close() {
        inbox.close();
        store.close();
    }
}
