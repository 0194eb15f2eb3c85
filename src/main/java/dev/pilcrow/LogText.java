package dev.pilcrow;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.logging.LogRecord;
import java.util.logging.SimpleFormatter;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What is shown of a record, without secrets and without what would break a line. Immutable.
///
/// Its fields are the entries of those of its parameters that are maps.
final class LogText {

    private static final String OURS = "dev.pilcrow.";
    private static final int MOST_CAUSES = 4;
    private static final int MOST_PLACES = 3;
    private static final int LONGEST_MESSAGE = 300;

    private final SimpleFormatter formatter = new SimpleFormatter();
    private final Redactor redactor;

    LogText(Redactor redactor) {
        this.redactor = redactor;
    }

    /// The name of its logger.
    String logger(LogRecord record) {
        return line(record.getLoggerName() == null ? "" : record.getLoggerName(), LONGEST_MESSAGE);
    }

    String message(LogRecord record) {
        return line(formatter.formatMessage(record), LONGEST_MESSAGE);
    }

    /// The fields, in their order.
    Map<String, Object> fields(LogRecord record) {
        Object[] parameters = record.getParameters() == null ? new Object[0] : record.getParameters();
        Map<String, Object> fields = new LinkedHashMap<>();
        for (Object parameter : parameters) {
            if (parameter instanceof Map<?, ?> map) {
                map.forEach((name, value) -> fields.put(String.valueOf(name), field(value)));
            }
        }
        return fields;
    }

    /// A number that is a secret, or has one in it, is a text.
    private Object field(Object value) {
        String text = line(String.valueOf(value), Integer.MAX_VALUE);
        return value instanceof Number number && text.equals(number.toString()) ? number : text;
    }

    /// What was thrown, and its causes.
    List<Throwable> thrown(LogRecord record) {
        return Stream.iterate(record.getThrown(), failure -> failure != null, Throwable::getCause).limit(MOST_CAUSES)
                .toList();
    }

    /// What an exception says; empty when it says nothing.
    String message(Throwable failure) {
        return failure.getMessage() == null ? "" : line(failure.getMessage(), LONGEST_MESSAGE);
    }

    /// The places of this program that an exception came through.
    String places(Throwable failure) {
        return Arrays.stream(failure.getStackTrace()).filter(place -> place.getClassName().startsWith(OURS))
                .limit(MOST_PLACES)
                .map(place -> place.getClassName().substring(place.getClassName().lastIndexOf('.') + 1) + "."
                        + place.getMethodName() + ":" + place.getLineNumber())
                .collect(Collectors.joining(" < "));
    }

    /// A text on one line; cut only when it is clean, as half a secret is not known.
    private String line(String text, int longest) {
        String clean = redactor.clean(text.replaceAll("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]+", " "));
        return clean.length() <= longest ? clean : clean.substring(0, longest) + "…";
    }
}
