package dev.pilcrow.inbox;

import dev.pilcrow.store.InboxTable;
import dev.pilcrow.store.StoreFailure;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/// This process's hold on the deliveries that it has claimed: renewed while it lives, so that another process takes them
/// over when it does not. Thread-safe.
final class Lease implements AutoCloseable {

    /// How long a delivery is held without being renewed.
    static final Duration TIME = Duration.ofSeconds(60);

    private static final Logger LOG = System.getLogger(Lease.class.getName());
    private static final Duration RENEWAL = Duration.ofSeconds(2);
    private static final Duration KEPT = Duration.ofDays(30);
    private static final int RENEWALS_A_PURGE = 1800;

    private final InboxTable inbox;
    private final Running running;
    private final String owner;
    private final Thread thread = Thread.ofPlatform().name("lease").daemon().unstarted(this::renewAgainAndAgain);

    private volatile boolean closed;

    Lease(InboxTable inbox, Running running) {
        this.inbox = inbox;
        this.running = running;
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
        for (long renewals = 0; !closed; renewals++) {
            renew(renewals % RENEWALS_A_PURGE == 0);
            try {
                Thread.sleep(RENEWAL);
            } catch (InterruptedException closedOrStray) {
                // Only the first ends it.
            }
        }
    }

    private void renew(boolean purge) {
        try {
            running.takeLeft().forEach(this::putBack);
            inbox.renew(owner, TIME).forEach((id, why) -> running.stop(id, Outcome.of(why)));
            inbox.reclaim(owner);
            if (purge) {
                inbox.purge(Instant.now().minus(KEPT));
            }
        } catch (Throwable failure) {
            LOG.log(Level.WARNING, "renewal failed: {0}", failure.getClass().getSimpleName());
        }
    }

    /// Puts back a delivery that the store did not take when the work on it ended; its lease would never run out.
    private void putBack(long id) {
        try {
            inbox.later(id, Duration.ZERO, true);
        } catch (Throwable failure) {
            running.leave(id);
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
