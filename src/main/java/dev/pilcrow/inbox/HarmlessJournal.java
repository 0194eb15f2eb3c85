package dev.pilcrow.inbox;

import dev.pilcrow.limits.Limit;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;

/// A journal whose failures do no harm to the work that it is told of.
record HarmlessJournal(Journal journal) implements Journal {

    private static final Logger LOG = System.getLogger(HarmlessJournal.class.getName());

    @Override
    public void stored(String platform, int handed, int fresh, Duration took) {
        tell(() -> journal.stored(platform, handed, fresh, took));
    }

    @Override
    public void limited(String platform, Limit limit) {
        tell(() -> journal.limited(platform, limit));
    }

    @Override
    public void finished(Finished delivery) {
        tell(() -> journal.finished(delivery));
    }

    private static void tell(Runnable telling) {
        try {
            telling.run();
        } catch (RuntimeException failed) {
            LOG.log(Level.WARNING, "journal failed: {0}", failed.getClass().getSimpleName());
        }
    }
}
