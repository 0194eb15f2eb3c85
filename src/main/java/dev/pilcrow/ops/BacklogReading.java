package dev.pilcrow.ops;

import dev.pilcrow.store.Backlog;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Supplier;

/// What is open in the inbox, as the store says: a store that is away must not make the meters unreadable just then, so it is
/// not waited for longer than a moment. Thread-safe.
final class BacklogReading {

    private static final Duration PATIENCE = Duration.ofMillis(500);

    private final Sample<Backlog> store;
    private final InstantSource clock;

    BacklogReading(Supplier<Backlog> store, InstantSource clock) {
        this.store = new Sample<>(store, PATIENCE, clock);
        this.clock = clock;
    }

    /// How many deliveries are open; not a number when the store does not say.
    double open() {
        return store.get().map(backlog -> (double) backlog.open()).orElse(Double.NaN);
    }

    /// How long the oldest of them has been there, in seconds; 0 when there is none.
    double oldest() {
        return store.get().map(backlog -> backlog.oldest()
                .map(at -> Math.max(0, Duration.between(at, clock.instant()).toMillis() / 1e3)).orElse(0.0))
                .orElse(Double.NaN);
    }

    /// Does the store answer? 1 when it does.
    double up() {
        return store.get().isPresent() ? 1 : 0;
    }
}
