package dev.pilcrow.ops;

import dev.pilcrow.web.Content;
import dev.pilcrow.web.Page;
import dev.pilcrow.web.Visit;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;

/// The page that tells whether the process is alive: whether it is of use to start it anew. A network or a database that
/// is away is no reason. Thread-safe.
public final class Liveness implements Page.Source {

    /// A thread that has not come round for so long does not live.
    private static final Duration LONGEST = Duration.ofSeconds(30);

    private final Supplier<Instant> round;
    private final InstantSource clock;

    /// @param round tells when the threads that drive the work last came round
    public Liveness(Supplier<Instant> round, InstantSource clock) {
        this.round = round;
        this.clock = clock;
    }

    /// The page.
    public Page page() {
        return new Page("/healthz", Page.Access.ANYBODY, this);
    }

    @Override
    public Optional<Content> read(Visit visit) {
        boolean alive = !clock.instant().isAfter(round.get().plus(LONGEST));
        return Optional.of(Report.of(alive).put("alive", alive).content());
    }
}
