package dev.pilcrow.inbox;

import dev.pilcrow.store.Claimed;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// The deliveries that are worked on in this process, so that the work can be stopped. Only the part of it that makes the
/// answer is: what has been sent to a platform is waited for. Thread-safe.
final class Running {

    /// The work was stopped.
    static final class StoppedException extends Exception {

        private final Outcome why;

        StoppedException(Outcome why) {
            super(why.name());
            this.why = why;
        }

        Outcome why() {
            return why;
        }
    }

    private static final class Work {
        private @Nullable Thread thread;
        private @Nullable Outcome why;
    }

    private final Map<Long, Work> works = new ConcurrentHashMap<>();
    private final Set<Claimed> left = ConcurrentHashMap.newKeySet();

    /// Begins.
    ///
    /// @return what ends it, and must be run
    Runnable begin(long id) {
        Work work = new Work();
        works.put(id, work);
        return () -> works.remove(id, work);
    }

    /// Notes that a delivery is neither done nor put back by the work on it.
    void leave(Claimed row) {
        left.add(row);
    }

    /// Takes the deliveries that were left.
    Set<Claimed> takeLeft() {
        Set<Claimed> taken = Set.copyOf(left);
        left.removeAll(taken);
        return taken;
    }

    int count() {
        return works.size();
    }

    /// Is a delivery worked on here?
    boolean has(long id) {
        return works.containsKey(id);
    }

    Set<Long> ids() {
        return Set.copyOf(works.keySet());
    }

    /// Stops the work on a delivery, or keeps it from beginning; nothing when it is not worked on here.
    ///
    /// @param why what becomes of the delivery
    void stop(long id, Outcome why) {
        Work work = works.get(id);
        if (work == null) {
            return;
        }
        synchronized (work) {
            if (work.why == null) {
                work.why = why;
            }
            if (work.thread != null) {
                work.thread.interrupt();
            }
        }
    }

    /// Stops all.
    void stopAll(Outcome why) {
        works.keySet().forEach(id -> stop(id, why));
    }

    /// Does work that may be stopped. What is done in spite of that counts.
    ///
    /// @throws StoppedException when it was stopped before it was done
    <T> T stoppable(long id, Callable<T> task) throws Exception {
        Work work = works.get(id);
        if (work == null) {
            throw new IllegalStateException("delivery " + id + " has not begun");
        }
        synchronized (work) {
            if (work.why != null) {
                throw new StoppedException(work.why);
            }
            work.thread = Thread.currentThread();
        }
        try {
            return task.call();
        } catch (Exception failed) {
            Outcome why = why(work);
            throw why == null ? failed : new StoppedException(why);
        } finally {
            synchronized (work) {
                work.thread = null;
                Thread.interrupted();
            }
        }
    }

    private static @Nullable Outcome why(Work work) {
        synchronized (work) {
            return work.why;
        }
    }
}
