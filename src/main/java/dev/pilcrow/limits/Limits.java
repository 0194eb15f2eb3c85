package dev.pilcrow.limits;

import dev.pilcrow.store.ClockMeter;
import dev.pilcrow.store.LimitTable;
import dev.pilcrow.store.StoreFailure;
import io.github.bucket4j.Bucket;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// Counts questions against every {@link Limit}: in memory, or in a database for all processes that share it. Thread-safe.
public final class Limits {

    private static final Logger LOG = System.getLogger(Limits.class.getName());

    /// First those that do not fail open: when one of them cannot be counted, nothing is taken that would have to be given
    /// back, and a question that comes again and again counts once.
    private static final List<Limit> ORDER = Stream.of(Limit.values()).sorted(Comparator.comparing(Limit::failsOpen))
            .toList();

    private final Tally tally;

    /// Counts in memory.
    public Limits(InstantSource clock) {
        this.tally = new MemoryTally(new ClockMeter(clock));
    }

    /// Counts for all processes.
    public Limits(LimitTable table) {
        this.tally = new SharedTally(table);
    }

    /// Counts a question. One that is refused counts against no limit.
    ///
    /// @param person who asks, unlike anybody on any platform
    /// @param conversation where
    public Verdict take(String person, String conversation) {
        try {
            return tally.inTurn(() -> count(person, conversation));
        } catch (StoreFailure away) {
            LOG.log(Level.WARNING, "not counted: {0}", away.getMessage());
            return new Verdict.Unknown();
        }
    }

    private Verdict count(String person, String conversation) {
        List<Bucket> taken = new ArrayList<>();
        for (Limit limit : ORDER) {
            long nanos;
            try {
                Bucket bucket = tally.bucket(limit, key(limit, person, conversation));
                nanos = bucket.tryConsumeAndReturnRemaining(1).getNanosToWaitForRefill();
                taken.add(bucket);
            } catch (RuntimeException away) {
                LOG.log(Level.WARNING, "{0} is not counted: {1}", limit, away.getClass().getSimpleName());
                if (!limit.failsOpen()) {
                    giveBack(taken);
                    return new Verdict.Unknown();
                }
                continue;
            }
            if (nanos > 0) {
                taken.removeLast();
                giveBack(taken);
                return new Verdict.Refused(limit, Duration.ofNanos(nanos), isFirst(person));
            }
        }
        forget(person);
        return new Verdict.Allowed();
    }

    private static void giveBack(List<Bucket> taken) {
        for (Bucket one : taken) {
            try {
                one.addTokens(1);
            } catch (RuntimeException away) {
                LOG.log(Level.WARNING, "not given back: {0}", away.getClass().getSimpleName());
            }
        }
    }

    /// Each question may be a conversation of its own, so a person is told once anywhere; and rather twice than never.
    private boolean isFirst(String person) {
        try {
            return tally.tell(person);
        } catch (RuntimeException away) {
            LOG.log(Level.WARNING, "not noted: {0}", away.getClass().getSimpleName());
            return true;
        }
    }

    private void forget(String person) {
        try {
            tally.forget(person);
        } catch (RuntimeException away) {
            LOG.log(Level.WARNING, "not noted: {0}", away.getClass().getSimpleName());
        }
    }

    private static String key(Limit limit, String person, String conversation) {
        return switch (limit) {
            case PERSON, PERSON_A_DAY -> limit + " " + person;
            case CONVERSATION -> limit + " " + conversation;
            case ALL -> limit.name();
        };
    }
}
