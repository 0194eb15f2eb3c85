package dev.pilcrow.ops;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// What is learnt from something that takes time to ask: asked at most once a second however often somebody wants to know,
/// and once at a time however long it takes. When the answer does not come in time there is none, and for a second nobody
/// else waits for it. Thread-safe.
final class Sample<T> implements Supplier<Optional<T>> {

    private static final Duration FRESH = Duration.ofSeconds(1);

    private final Supplier<T> question;
    private final Duration patience;
    private final InstantSource clock;
    private @Nullable CompletableFuture<Optional<T>> last;
    private Instant asked = Instant.MIN;
    private Instant late = Instant.MIN;

    /// @param question throws when there is no answer
    /// @param patience how long an answer may take
    Sample(Supplier<T> question, Duration patience, InstantSource clock) {
        this.question = question;
        this.patience = patience;
        this.clock = clock;
    }

    /// The answer; nothing when there is none.
    @Override
    public Optional<T> get() {
        CompletableFuture<Optional<T>> answer = current();
        try {
            return answer.get(isLate() ? 0 : patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException slow) {
            noteLate();
        } catch (ExecutionException impossible) {
            throw new IllegalStateException(impossible);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
        return Optional.empty();
    }

    private synchronized CompletableFuture<Optional<T>> current() {
        CompletableFuture<Optional<T>> known = last;
        if (known != null && (!known.isDone() || isRecent(asked))) {
            return known;
        }
        CompletableFuture<Optional<T>> next = new CompletableFuture<>();
        last = next;
        asked = clock.instant();
        Thread.ofVirtual().name("sample").start(() -> next.complete(ask()));
        return next;
    }

    private Optional<T> ask() {
        try {
            return Optional.of(question.get());
        } catch (RuntimeException | Error _) {
            return Optional.empty();
        }
    }

    private synchronized boolean isLate() {
        return isRecent(late);
    }

    private synchronized void noteLate() {
        if (!isRecent(late)) {
            late = clock.instant();
        }
    }

    private boolean isRecent(Instant time) {
        return clock.instant().isBefore(time.plus(FRESH));
    }
}
