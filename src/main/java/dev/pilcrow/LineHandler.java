package dev.pilcrow;

import java.io.PrintStream;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.SimpleFormatter;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Writes what is logged, one line a record: the time, the level, the logger, the message, and of an exception its class,
/// its message and the places of this program that it came through. Thread-safe.
final class LineHandler extends Handler {

    private static final String OURS = "dev.pilcrow.";
    private static final int MOST_CAUSES = 4;
    private static final int MOST_PLACES = 3;
    private static final int LONGEST_MESSAGE = 300;

    private final SimpleFormatter formatter = new SimpleFormatter();
    private final Redactor redactor;
    private final PrintStream out;

    LineHandler(Redactor redactor, PrintStream out) {
        this.redactor = redactor;
        this.out = out;
    }

    @Override
    public synchronized void publish(LogRecord record) {
        if (isLoggable(record)) {
            out.println(line(record));
            out.flush();
        }
    }

    @Override
    public synchronized void flush() {
        out.flush();
    }

    /// The stream is not its own to close.
    @Override
    public void close() {
        flush();
    }

    private String line(LogRecord record) {
        String name = record.getLoggerName() == null ? "" : record.getLoggerName();
        String line = record.getInstant().truncatedTo(ChronoUnit.MILLIS) + " " + record.getLevel().getName() + " "
                + name.substring(name.lastIndexOf('.') + 1) + ": " + shown(formatter.formatMessage(record))
                + Stream.iterate(record.getThrown(), failure -> failure != null, Throwable::getCause).limit(MOST_CAUSES)
                        .map(this::shown).collect(Collectors.joining());
        return redactor.clean(line);
    }

    private String shown(Throwable failure) {
        String message = failure.getMessage() == null ? "" : ": " + shown(failure.getMessage());
        String places = Arrays.stream(failure.getStackTrace()).filter(place -> place.getClassName().startsWith(OURS))
                .limit(MOST_PLACES)
                .map(place -> place.getClassName().substring(place.getClassName().lastIndexOf('.') + 1) + "."
                        + place.getMethodName() + ":" + place.getLineNumber())
                .collect(Collectors.joining(" < "));
        return " | " + failure.getClass().getSimpleName() + message + (places.isEmpty() ? "" : " at " + places);
    }

    /// A text on one line, of no more than a line's length; cut only when it is clean, as half a secret is not known.
    private String shown(String text) {
        String clean = redactor.clean(text.replaceAll("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]+", " "));
        return clean.length() <= LONGEST_MESSAGE ? clean : clean.substring(0, LONGEST_MESSAGE) + "…";
    }
}
