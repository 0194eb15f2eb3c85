package dev.pilcrow.inbox;

import dev.pilcrow.chat.Delivery;
import dev.pilcrow.chat.Health;
import dev.pilcrow.chat.Incoming;
import dev.pilcrow.chat.Intake;
import dev.pilcrow.chat.MessageId;
import dev.pilcrow.chat.Person;
import dev.pilcrow.chat.Place;
import dev.pilcrow.chat.Platform;
import dev.pilcrow.chat.Post;
import dev.pilcrow.chat.Posted;
import dev.pilcrow.chat.Reaction;
import dev.pilcrow.chat.Surface;
import dev.pilcrow.store.Forgotten;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Throws anything at one step of the bot's work, once or for good. Thread-safe.
public final class Trap {

    /// Where it throws. The steps of the store are told from each other by the thread that asks for the time.
    public enum Stage {
        INTAKE(""), STORE_ACCEPTS("telegram-polls"), STORE_CLAIMS("inbox"), STORE_RENEWS("lease"), STORE_WRITES(
                "delivery-"), WORKING(""), REPLY(""), AGAIN(""), POST(""), EDIT(""), ACKNOWLEDGE(""), HEALTH("");

        private final String thread;

        Stage(String thread) {
            this.thread = thread;
        }
    }

    private record Set(Stage stage, Supplier<Throwable> what, boolean once) {
    }

    private final AtomicReference<@Nullable Set> set = new AtomicReference<>();

    public void once(Stage stage, Supplier<Throwable> what) {
        set.set(new Set(stage, what, true));
    }

    public void always(Stage stage, Supplier<Throwable> what) {
        set.set(new Set(stage, what, false));
    }

    public void open() {
        set.set(null);
    }

    /// Has it thrown?
    public boolean hasSprung() {
        return set.get() == null;
    }

    private void at(Stage stage) {
        Set now = set.get();
        if (now != null && now.stage() == stage && (!now.once() || set.compareAndSet(now, null))) {
            throw Trap.<RuntimeException>sneaked(now.what().get());
        }
    }

    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    private static <T extends Throwable> T sneaked(Throwable any) throws T {
        throw (T) any;
    }

    public Intake intake(Intake real) {
        return new Intake() {
            @Override
            public int accept(List<Delivery> deliveries) {
                at(Stage.INTAKE);
                return real.accept(deliveries);
            }

            @Override
            public boolean takesPartIn(Place place) {
                return real.takesPartIn(place);
            }
        };
    }

    /// The time of day, as the store asks for it.
    public InstantSource clock() {
        return () -> {
            String thread = Thread.currentThread().getName();
            for (Stage stage : Stage.values()) {
                if (!stage.thread.isEmpty() && thread.startsWith(stage.thread)) {
                    at(stage);
                }
            }
            return Instant.now();
        };
    }

    public Respondent respondent(Respondent real) {
        return new Respondent() {
            @Override
            public Post working(Received received) {
                at(Stage.WORKING);
                return real.working(received);
            }

            @Override
            public Reply reply(Received received, Consumer<Post> growing) {
                at(Stage.REPLY);
                return real.reply(received, growing);
            }

            @Override
            public Reply.Answered again(long answer) {
                at(Stage.AGAIN);
                return real.again(answer);
            }

            @Override
            public Post stopped(Received received) {
                return real.stopped(received);
            }

            @Override
            public Post forgotten(Received pressed, Forgotten removed) {
                return real.forgotten(pressed, removed);
            }

            @Override
            public String notForgetting(Received pressed) {
                return real.notForgetting(pressed);
            }

            @Override
            public Post sorry(Received received) {
                return real.sorry(received);
            }

            @Override
            public Post busy(Received received) {
                return real.busy(received);
            }

            @Override
            public boolean isMeant(Incoming.Overheard overheard) {
                return real.isMeant(overheard);
            }

            @Override
            public String subject(Received received) {
                return real.subject(received);
            }

            @Override
            public Post limited(Received received, Duration delay) {
                return real.limited(received, delay);
            }

            @Override
            public String stopping(Received pressed, boolean own) {
                return real.stopping(pressed, own);
            }
        };
    }

    public Platform platform(Platform real) {
        return new Platform() {
            @Override
            public String name() {
                return real.name();
            }

            @Override
            public int longestText() {
                return real.longestText();
            }

            @Override
            public Duration pace(Place place) {
                return real.pace(place);
            }

            @Override
            public void start(Intake intake) {
                real.start(intake);
            }

            @Override
            public boolean hasWindows() {
                return real.hasWindows();
            }

            @Override
            public boolean followsThreads() {
                return real.followsThreads();
            }

            @Override
            public Optional<String> language(Person person) {
                return real.language(person);
            }

            @Override
            public Posted post(Place place, @Nullable MessageId answering, Post post, String key) {
                at(Stage.POST);
                return real.post(place, answering, post, key);
            }

            @Override
            public Posted find(Place place, @Nullable MessageId answering, String key) {
                return real.find(place, answering, key);
            }

            @Override
            public Posted show(Place place, Surface surface) {
                return real.show(place, surface);
            }

            @Override
            public void rest(Place place) {
                real.rest(place);
            }

            @Override
            public Posted edit(Place place, MessageId message, Post post) {
                at(Stage.EDIT);
                return real.edit(place, message, post);
            }

            @Override
            public void typing(Place place, String subject) {
                real.typing(place, subject);
            }

            @Override
            public boolean react(Place place, MessageId message, Reaction reaction) {
                return real.react(place, message, reaction);
            }

            @Override
            public void acknowledge(String press, @Nullable String toast) {
                at(Stage.ACKNOWLEDGE);
                real.acknowledge(press, toast);
            }

            @Override
            public Health health() {
                at(Stage.HEALTH);
                return real.health();
            }

            @Override
            public void stop() {
                real.stop();
            }

            @Override
            public void close() {
                real.close();
            }
        };
    }
}
