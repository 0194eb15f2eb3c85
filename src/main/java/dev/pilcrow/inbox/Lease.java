package dev.pilcrow.inbox;

import dev.pilcrow.store.Claimed;
import dev.pilcrow.store.InboxTable;
import dev.pilcrow.store.StoreFailure;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/// This process's hold on the deliveries that it has claimed: renewed while it lives, so that another process takes them
/// over when it does not. Thread-safe.
final class Lease implements AutoCloseable {

    /// How long a delivery is held without being renewed.
    static final Duration TIME = Duration.ofSeconds(60);

    private static final Logger LOG = System.getLogger(Lease.class.getName());
    /// How often it is renewed.
    static final Duration RENEWAL = Duration.ofSeconds(2);

    private final InboxTable inbox;
    private final Running running;
    private final Rounds rounds;
    private final Duration renewal;
    private final String owner;
    private final Thread thread = Thread.ofPlatform().name("lease").daemon().unstarted(this::renewAgainAndAgain);

    private final Semaphore hurries = new Semaphore(0);
    private volatile boolean closed;

    Lease(InboxTable inbox, Running running, Rounds rounds, Duration renewal) {
        this.inbox = inbox;
        this.running = running;
        this.rounds = rounds;
        this.renewal = renewal;
        this.owner = UUID.randomUUID().toString();
    }

    String owner() {
        return owner;
    }

    void start() {
        inbox.reclaim(owner);
        thread.start();
    }

    private void renewAgainAndAgain() {
        while (!closed) {
            rounds.come(Rounds.Of.LEASE);
            renew();
            try {
                awaitNext();
            } catch (InterruptedException closedOrStray) {
                // Only the first ends it.
            }
        }
    }

    /// Has what another process asked for heard at once.
    void hurry() {
        hurries.release();
    }

    private void awaitNext() throws InterruptedException {
        if (hurries.tryAcquire(renewal.toMillis(), TimeUnit.MILLISECONDS)) {
            hurries.drainPermits();
        }
    }

    private void renew() {
        try {
            running.takeLeft().forEach(this::putBack);
            Set<Long> worked = running.ids();
            inbox.renew(owner, TIME).forEach((id, why) -> running.stop(id, Outcome.of(why)));
            Set<Long> held = inbox.held(owner);
            worked.stream().filter(id -> !held.contains(id)).forEach(id -> running.stop(id, Outcome.PUT_BACK));
            inbox.reclaim(owner);
        } catch (Throwable failure) {
            LOG.log(Level.WARNING, "renewal failed: {0}", Handling.words(failure));
        }
    }

    /// Puts back a delivery that the store did not take when the work on it ended; its lease would never run out.
    private void putBack(Claimed row) {
        try {
            inbox.later(row, Duration.ZERO, true);
        } catch (Throwable failure) {
            running.leave(row);
            throw failure;
        }
    }

    /// Gives back what is still held.
    @Override
    public void close() {
        closed = true;
        thread.interrupt();
        try {
            inbox.abandon(owner);
        } catch (StoreFailure gone) {
            LOG.log(Level.DEBUG, "leases left");
        }
    }
}
