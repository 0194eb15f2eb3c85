package dev.pilcrow;

import dev.pilcrow.telegram.server.Setup;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.LongAdder;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/// Hears everything that any library or the bot logs, at every level, while any test runs, and fails the test class after
/// which a canary, a secret that the tests use, has been heard. It is registered for all tests.
public final class CanaryWatch implements BeforeAllCallback, AfterAllCallback {

    /// The secrets that every test of a bot, of a model and of a webhook uses.
    static final List<String> CANARIES = List.of(Setup.CANARY, Setup.CANARY.split(":", 2)[1], "sk-canary-4711");

    private static final LongAdder RECORDS = new LongAdder();
    private static final LongAdder ALL_HITS = new LongAdder();
    private static final Queue<String> HITS = new ConcurrentLinkedQueue<>();
    private static final Logger ROOT = Logger.getLogger("");
    private static final Handler EAR = new Handler() {

        @Override
        public void publish(LogRecord record) {
            RECORDS.increment();
            if (tells(record)) {
                ALL_HITS.increment();
                HITS.add(record.getLoggerName() + " at " + record.getLevel());
            }
        }

        @Override
        public void flush() {
            // Nothing is kept.
        }

        @Override
        public void close() {
            // Nothing is open.
        }
    };

    static {
        EAR.setLevel(Level.ALL);
        Runtime.getRuntime().addShutdownHook(new Thread(
                () -> Effort.report("S9 records=%d hits=%d".formatted(RECORDS.sum(), ALL_HITS.sum()))));
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        ROOT.removeHandler(EAR);
        ROOT.addHandler(EAR);
        ROOT.setLevel(Level.ALL);
    }

    @Override
    public void afterAll(ExtensionContext context) {
        List<String> hits = List.copyOf(HITS);
        HITS.clear();
        if (!hits.isEmpty()) {
            throw new AssertionError("a secret was logged by " + hits);
        }
    }

    /// Does a record tell a secret, in its words, its parameters or what was thrown?
    static boolean tells(LogRecord record) {
        if (tells(record.getMessage())) {
            return true;
        }
        Object[] parameters = record.getParameters();
        if (parameters != null) {
            for (Object parameter : parameters) {
                if (parameter instanceof Throwable thrown ? tellsThrown(thrown) : tells(String.valueOf(parameter))) {
                    return true;
                }
            }
        }
        return tellsThrown(record.getThrown());
    }

    private static boolean tellsThrown(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (tells(cause.toString())) {
                return true;
            }
        }
        return false;
    }

    private static boolean tells(String text) {
        return text != null && CANARIES.stream().anyMatch(text::contains);
    }
}
