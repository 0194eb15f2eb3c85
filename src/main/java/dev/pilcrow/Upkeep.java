package dev.pilcrow;

import dev.pilcrow.conversation.Conversations;
import dev.pilcrow.desk.Desk;
import dev.pilcrow.desk.Shelf;
import dev.pilcrow.store.LimitTable;
import dev.pilcrow.store.Retention;
import dev.pilcrow.store.Store;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;

/// What a bot does beside answering, on a thread of its own: now and then it removes what is older than is kept, and soon
/// after somebody was forgotten, by whichever process, it forgets what it has in memory.
final class Upkeep implements AutoCloseable {

    private static final Logger LOG = System.getLogger(Upkeep.class.getName());
    private static final Duration LOOK = Duration.ofSeconds(2);
    private static final int LOOKS_A_PURGE = 1800;
    /// How much longer than it is used what conversations were about is kept.
    private static final Duration MARGIN = Duration.ofHours(12);

    private final Store store;
    private final Shelf shelf;
    private final Desk desk;
    private final Retention.Terms terms;
    private final Thread thread = Thread.ofPlatform().name("upkeep").daemon().unstarted(this::lookAgainAndAgain);
    private long lastForgotten;
    private int looksToPurge;
    private volatile boolean closed;

    /// @param kept how long what readers wrote is kept
    Upkeep(Store store, Shelf shelf, Desk desk, Duration kept) {
        this.store = store;
        this.shelf = shelf;
        this.desk = desk;
        this.terms = new Retention.Terms(kept, Conversations.REMEMBERED.plus(MARGIN));
        this.lastForgotten = store.people().lastForgotten();
    }

    /// Begins.
    Upkeep start() {
        thread.start();
        return this;
    }

    private void lookAgainAndAgain() {
        while (!closed) {
            try {
                look();
            } catch (Throwable failure) {
                LOG.log(Level.WARNING, "upkeep failed: {0}", failure.getClass().getSimpleName());
            }
            rest();
        }
    }

    private void look() {
        store.people().sweep();
        long last = store.people().lastForgotten();
        if (last != lastForgotten) {
            desk.forget();
            lastForgotten = last;
        }
        if (looksToPurge > 0) {
            looksToPurge--;
        } else {
            shelf.keep();
            int removed = store.retention().purge(terms) + store.limits().map(LimitTable::purge).orElse(0);
            LOG.log(Level.DEBUG, "purged: {0}", removed);
            looksToPurge = LOOKS_A_PURGE;
        }
    }

    private static void rest() {
        try {
            Thread.sleep(LOOK);
        } catch (InterruptedException _) {
            // Only the end of it does that.
        }
    }

    /// Ends it, and waits a while until it no longer uses the store.
    @Override
    public void close() {
        closed = true;
        thread.interrupt();
        try {
            thread.join(LOOK);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }
}
