package dev.pilcrow;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.LongAdder;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Hears whether canaries, secrets that tests use, are told: in log records of every level, their parameters and what was
/// thrown, and in what is written to a stream. It keeps nothing but who told one. Thread-safe.
final class CanaryEar extends Handler {

    private static final Logger ROOT = Logger.getLogger("");

    private final List<String> canaries;
    private final LongAdder records = new LongAdder();
    private final LongAdder hits = new LongAdder();
    private final Queue<String> tellers = new ConcurrentLinkedQueue<>();

    CanaryEar(List<String> canaries) {
        this.canaries = List.copyOf(canaries);
        setLevel(Level.ALL);
    }

    /// Hears all that is logged from now on, also when somebody has set up logging anew.
    void listen() {
        ROOT.removeHandler(this);
        ROOT.addHandler(this);
        ROOT.setLevel(Level.ALL);
    }

    /// Hears nothing more.
    void leave() {
        ROOT.removeHandler(this);
    }

    long records() {
        return records.sum();
    }

    long hits() {
        return hits.sum();
    }

    /// Who told one since the last time that this was asked.
    List<String> tellers() {
        List<String> told = List.copyOf(tellers);
        tellers.clear();
        return told;
    }

    /// Hears a text.
    ///
    /// @param teller who tells it
    void hear(String teller, @Nullable String text) {
        if (tells(text)) {
            hits.increment();
            tellers.add(teller);
        }
    }

    private boolean tells(@Nullable String text) {
        return text != null && canaries.stream().anyMatch(text::contains);
    }

    @Override
    public void publish(LogRecord record) {
        records.increment();
        if (tells(record)) {
            hits.increment();
            tellers.add(record.getLoggerName() + " at " + record.getLevel());
        }
    }

    private boolean tells(LogRecord record) {
        Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        if (tells(record.getMessage()) || tells(record.getThrown(), seen)) {
            return true;
        }
        Object[] parameters = record.getParameters();
        if (parameters != null) {
            for (Object parameter : parameters) {
                if (tells(String.valueOf(parameter)) || parameter instanceof Throwable thrown && tells(thrown, seen)) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean tells(@Nullable Throwable thrown, Set<Throwable> seen) {
        if (thrown == null || !seen.add(thrown)) {
            return false;
        }
        if (tells(thrown.toString()) || tells(thrown.getCause(), seen)) {
            return true;
        }
        for (Throwable suppressed : thrown.getSuppressed()) {
            if (tells(suppressed, seen)) {
                return true;
            }
        }
        return false;
    }

    /// A stream that hears each line on its way to another.
    ///
    /// @param teller its name
    PrintStream before(String teller, PrintStream stream) {
        return new PrintStream(new OutputStream() {

            private final ByteArrayOutputStream line = new ByteArrayOutputStream();

            @Override
            public synchronized void write(int one) {
                stream.write(one);
                hearByte(one);
            }

            @Override
            public synchronized void write(byte[] bytes, int from, int count) {
                stream.write(bytes, from, count);
                for (int i = from; i < from + count; i++) {
                    hearByte(bytes[i]);
                }
            }

            private void hearByte(int one) {
                line.write(one);
                if (one == '\n') {
                    hear(teller, line.toString(StandardCharsets.UTF_8));
                    line.reset();
                }
            }

            @Override
            public void flush() throws IOException {
                stream.flush();
            }
        }, true, StandardCharsets.UTF_8);
    }

    @Override
    public void flush() {
        // Nothing is kept.
    }

    @Override
    public void close() {
        // Nothing is open.
    }
}
