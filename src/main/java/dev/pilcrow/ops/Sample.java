package dev.pilcrow.ops;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Tells how something is that takes time to ask: asked at most once a second however often somebody wants to know, once
/// at a time however long it takes, and away when it does not answer in time. Thread-safe.
public final class Sample implements Supplier<State> {

    private static final Duration FRESH = Duration.ofSeconds(1);

    private final Runnable question;
    private final Duration patience;
    private final InstantSource clock;
    private @Nullable CompletableFuture<State> last;
    private Instant asked = Instant.MIN;

    /// @param question throws when it is not well
    /// @param patience how long an answer may take
    public Sample(Runnable question, Duration patience, InstantSource clock) {
        this.question = question;
        this.patience = patience;
        this.clock = clock;
    }

    @Override
    public State get() {
        try {
            return current().get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException _) {
            return State.AWAY;
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
            return State.AWAY;
        }
    }

    private synchronized CompletableFuture<State> current() {
        CompletableFuture<State> known = last;
        if (known != null && (!known.isDone() || clock.instant().isBefore(asked.plus(FRESH)))) {
            return known;
        }
        CompletableFuture<State> next = new CompletableFuture<>();
        last = next;
        asked = clock.instant();
        Thread.ofVirtual().name("health").start(() -> next.complete(ask()));
        return next;
    }

    private State ask() {
        try {
            question.run();
            return State.GOOD;
        } catch (RuntimeException | Error _) {
            return State.AWAY;
        }
    }
}
