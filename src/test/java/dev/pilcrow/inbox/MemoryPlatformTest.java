package dev.pilcrow.inbox;

import dev.pilcrow.chat.Delivery;
import dev.pilcrow.chat.Incoming;
import dev.pilcrow.chat.MessageId;
import dev.pilcrow.chat.Person;
import dev.pilcrow.chat.Place;
import dev.pilcrow.chat.Platform;
import dev.pilcrow.chat.PlatformContract;
import dev.pilcrow.chat.Post;
import dev.pilcrow.chat.Posted;
import dev.pilcrow.inbox.MemoryPlatform.Call;
import dev.pilcrow.inbox.MemoryPlatform.Shown;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/// The platform that the inbox is tested on is like a real one.
class MemoryPlatformTest extends PlatformContract {

    private final MemoryPlatform memory = new MemoryPlatform();
    private int events;

    @Override
    protected Platform platform() {
        return memory;
    }

    @Override
    protected Place place() {
        return MemoryPlatform.place("room");
    }

    @Override
    protected Place closed() {
        memory.close("closed");
        return MemoryPlatform.place("closed");
    }

    private void delivers(MessageId message, Incoming incoming) {
        memory.deliver(new Delivery(List.of("u" + ++events), place(), new Person("li", null), message, null, incoming));
    }

    @Override
    protected MessageId says(String text) {
        MessageId message = new MessageId("room", "q" + ++events);
        delivers(message, new Incoming.Question(text));
        return message;
    }

    @Override
    protected void presses(MessageId message, String label) {
        delivers(message, new Incoming.Pressed("press" + events, memory.action(message, label)));
    }

    @Override
    protected void deletes(MessageId message) {
        memory.delete(message);
    }

    private Optional<Shown> find(MessageId message) {
        return memory.shown().stream().filter(one -> one.id().equals(message)).findFirst();
    }

    @Override
    protected Optional<String> shown(MessageId message) {
        return find(message).map(Shown::text);
    }

    @Override
    protected String quoted(MessageId message) {
        return find(message).map(Shown::post).map(Post::quote).map(Post.Quote::words).orElse("");
    }

    @Override
    protected List<String> acting(MessageId message) {
        return find(message).map(Shown::post).map(post -> post.message().spans()).orElse(List.of()).stream()
                .filter(span -> span.link() != null).map(span -> "link " + span.link()).toList();
    }

    @Override
    protected int count() {
        return memory.shown("room").size();
    }

    @Override
    protected void floods(Duration time) {
        Instant end = Instant.now().plus(time);
        memory.failWith(_ -> {
            Duration left = Duration.between(Instant.now(), end);
            return left.isPositive() ? new Posted.Later(left) : null;
        });
    }

    @Override
    protected void losesTheNextAnswer() {
        AtomicBoolean lost = new AtomicBoolean();
        memory.loseWhen(call -> call == Call.POST && !lost.getAndSet(true));
    }
}
