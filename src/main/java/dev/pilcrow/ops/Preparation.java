package dev.pilcrow.ops;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.function.Supplier;

/// Work that must be done once before readers are answered without delay; where it fails, it is tried again. Thread-safe.
public final class Preparation implements Supplier<State>, AutoCloseable {

    private static final Logger LOG = System.getLogger(Preparation.class.getName());
    private static final Duration LONGEST_END = Duration.ofSeconds(12);

    private final Runnable work;
    private final Duration pause;
    private final Thread thread;
    private volatile boolean done;
    private volatile boolean closed;

    private Preparation(String name, Runnable work, Duration pause) {
        this.work = work;
        this.pause = pause;
        this.thread = Thread.ofPlatform().daemon().name(name).unstarted(this::attempt);
    }

    /// Begins, beside everything else.
    ///
    /// @param name of its thread
    /// @param pause before it is tried again
    public static Preparation begin(String name, Runnable work, Duration pause) {
        Preparation preparation = new Preparation(name, work, pause);
        preparation.thread.start();
        return preparation;
    }

    @Override
    public State get() {
        return done ? State.GOOD : State.AWAY;
    }

    private void attempt() {
        while (!done && !closed) {
            try {
                work.run();
                done = true;
            } catch (RuntimeException | Error failure) {
                LOG.log(Level.WARNING, "not prepared", failure);
                await();
            }
        }
    }

    private void await() {
        try {
            Thread.sleep(pause);
        } catch (InterruptedException _) {
            // It is closed.
        }
    }

    /// Tries it no more, and waits until it has let go of what it uses: native libraries do not take it well when the process
    /// ends under them.
    @Override
    public void close() {
        closed = true;
        thread.interrupt();
        try {
            thread.join(LONGEST_END);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }
}
