package dev.pilcrow.ops;

import dev.pilcrow.store.Backlog;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// What is open in the inbox, read from the store at most once a second, and never waited for longer than a moment: a store
/// that is away must not make the meters unreadable just then. Thread-safe.
final class BacklogReading {

    private static final Duration FRESH = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofMillis(500);

    /// What was read.
    ///
    /// @param backlog none when the store did not say
    /// @param at when
    record Read(@Nullable Backlog backlog, Instant at) {
    }

    private final Supplier<Backlog> store;
    private final InstantSource clock;
    private Read last = new Read(null, Instant.MIN);
    private @Nullable CountDownLatch asking;

    BacklogReading(Supplier<Backlog> store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    /// How many deliveries are open; not a number when the store does not say.
    double open() {
        Backlog backlog = now().backlog();
        return backlog == null ? Double.NaN : backlog.open();
    }

    /// How long the oldest of them has been there, in seconds; 0 when there is none.
    double oldest() {
        Backlog backlog = now().backlog();
        return backlog == null
                ? Double.NaN
                : backlog.oldest().map(at -> Math.max(0, Duration.between(at, clock.instant()).toMillis() / 1e3))
                        .orElse(0.0);
    }

    /// Does the store answer? 1 when it does.
    double up() {
        return now().backlog() == null ? 0 : 1;
    }

    private Read now() {
        CountDownLatch answer = ask();
        try {
            if (answer == null || answer.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                return last();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        return late();
    }

    private synchronized Read last() {
        return last;
    }

    /// The store takes too long; until it answers, nobody waits for it again for a second.
    private synchronized Read late() {
        if (!isFresh()) {
            last = new Read(null, clock.instant());
        }
        return last;
    }

    /// Asks the store, unless it has answered just now.
    ///
    /// @return what opens when it has answered; none when there is nothing to wait for
    private synchronized @Nullable CountDownLatch ask() {
        if (isFresh()) {
            return null;
        }
        if (asking == null) {
            CountDownLatch answer = new CountDownLatch(1);
            asking = answer;
            Thread.ofVirtual().name("backlog").start(() -> read(answer));
        }
        return asking;
    }

    private boolean isFresh() {
        return clock.instant().isBefore(last.at().plus(FRESH));
    }

    private void read(CountDownLatch answer) {
        Backlog backlog = null;
        try {
            backlog = store.get();
        } catch (RuntimeException _) {
            // It is told by its absence.
        } finally {
            synchronized (this) {
                last = new Read(backlog, clock.instant());
                asking = null;
            }
            answer.countDown();
        }
    }
}
