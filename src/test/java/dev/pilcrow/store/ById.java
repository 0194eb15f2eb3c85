package dev.pilcrow.store;

import java.time.Duration;

/// Does with a row as it stands what the program does with one that it has claimed.
record ById(InboxTable inbox) {

    private Claimed row(long id) {
        return inbox.row(id).orElseThrow();
    }

    boolean placed(long id, String placeholder) {
        return inbox.placed(row(id), placeholder);
    }

    boolean done(long id, String outcome) {
        return inbox.done(row(id), outcome);
    }

    void later(long id, Duration delay, boolean counted) {
        inbox.later(row(id), delay, counted);
    }

    /// Is it the owner's, and is the lease not over?
    boolean holds(long id, String owner) {
        return owner.equals(row(id).owner()) && inbox.holds(row(id));
    }
}
