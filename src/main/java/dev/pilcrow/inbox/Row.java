package dev.pilcrow.inbox;

import dev.pilcrow.chat.MessageId;
import dev.pilcrow.chat.Posted;
import dev.pilcrow.store.Claimed;
import dev.pilcrow.store.InboxTable;
import java.time.Duration;

/// A delivery that this process has claimed, and what may become of it: it is done, or is put back to be claimed again.
///
/// @param course how far the work on it has come
/// @param journal is told when it is done
record Row(InboxTable inbox, Claimed claimed, Course course, Journal journal) {

    /// The lease was lost, as when this process could not reach the store for long: another process works on the delivery, or
    /// has done it.
    static final class LostException extends RuntimeException {
    }

    /// So many times it may be tried when nobody can tell whether the platform did what it was told.
    private static final int UNCERTAIN = 10;
    /// The same where it does no harm to try again: long enough for an outage of an hour.
    private static final int HARMLESS = 500;
    /// So many times our own work on it may fail.
    private static final int FAILURES = 3;
    private static final Duration FIRST = Duration.ofMillis(500);
    private static final Duration LATEST = Duration.ofSeconds(8);
    private static final int DOUBLINGS = 4;

    long id() {
        return claimed.id();
    }

    /// Has it been claimed so often, and never been put back in order, that the process may die of it?
    boolean isDeadly() {
        return claimed.attempts() > UNCERTAIN;
    }

    void done(Outcome outcome) {
        Finished finished = course.ended(outcome);
        if (inbox.done(claimed, outcome.key())) {
            journal.finished(finished);
        }
    }

    /// Puts it back for a while, through no fault of its own.
    void later(Duration delay) {
        inbox.later(claimed, delay, false);
    }

    /// Puts it back for a while; the attempt counts.
    void retry(Duration delay) {
        inbox.later(claimed, delay, true);
    }

    /// @throws LostException when another process works on it
    void placed(MessageId placeholder) {
        keep(inbox.placed(claimed, placeholder.text()));
    }

    void unplaced() {
        keep(inbox.placed(claimed, null));
    }

    /// Makes sure that it is still this process's, before readers see more of the work.
    ///
    /// @throws LostException when it is not
    void keep() {
        keep(inbox.holds(claimed));
    }

    private static void keep(boolean ours) {
        if (!ours) {
            throw new LostException();
        }
    }

    /// Our own work on it failed. What has its answer already is tried for longer, as an apology would take its place.
    ///
    /// @return is it tried again? Otherwise it is to be given up
    boolean failed() {
        boolean answered = inbox.row(id()).map(Claimed::answer).isPresent();
        if (claimed.attempts() >= (answered ? UNCERTAIN : FAILURES)) {
            return false;
        }
        retry(backOff());
        return true;
    }

    /// Ends it by what became of its last message, or puts it back.
    ///
    /// @param outcome what it is when the message is there
    void settle(Posted posted, Outcome outcome) {
        settle(posted, outcome, UNCERTAIN);
    }

    /// The same for a change of a message that is there.
    void settleChange(Posted posted, Outcome outcome) {
        settle(posted, outcome, HARMLESS);
    }

    private void settle(Posted posted, Outcome outcome, int most) {
        switch (posted) {
            case Posted.Sent _ -> done(outcome);
            case Posted.Later later -> later(later.delay());
            case Posted.Refused refused -> done(switch (refused.reason()) {
                case GONE -> Outcome.GONE;
                case MISSING -> Outcome.WITHDRAWN;
                case REJECTED -> Outcome.UNDELIVERABLE;
            });
            case Posted.Unknown _ -> {
                if (claimed.attempts() >= most) {
                    done(Outcome.UNDELIVERABLE);
                } else {
                    retry(backOff());
                }
            }
        }
    }

    private Duration backOff() {
        Duration delay = FIRST.multipliedBy(1L << Math.min(claimed.attempts() - 1, DOUBLINGS));
        return delay.compareTo(LATEST) < 0 ? delay : LATEST;
    }
}
