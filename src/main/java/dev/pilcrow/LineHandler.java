package dev.pilcrow;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintStream;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.stream.Collectors;

/// Writes what is logged, one line a record: the time, the level, the logger, the message, the fields, and of an exception
/// its class, its message and the places of this program that it came through. Thread-safe.
final class LineHandler extends Handler {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final LogForm form;
    private final Redactor redactor;
    private final LogText text;
    private final PrintStream out;

    LineHandler(LogForm form, Redactor redactor, PrintStream out) {
        this.form = form;
        this.redactor = redactor;
        this.text = new LogText(redactor);
        this.out = out;
    }

    @Override
    public synchronized void publish(LogRecord record) {
        if (isLoggable(record)) {
            out.println(redactor.clean(switch (form) {
                case CONSOLE -> line(record);
                case JSON -> object(record).toString();
            }));
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
        String name = text.logger(record);
        return time(record) + " " + record.getLevel().getName() + " " + name.substring(name.lastIndexOf('.') + 1) + ": "
                + text.message(record)
                + text.fields(record).entrySet().stream().map(LineHandler::shown).collect(Collectors.joining())
                + text.thrown(record).stream().map(this::shown).collect(Collectors.joining());
    }

    /// A value with a space in it stands in quotation marks.
    private static String shown(Map.Entry<String, Object> field) {
        String value = field.getValue().toString();
        return " " + field.getKey() + "="
                + (value.matches("[^\\s\"=]+") ? value : JSON.getNodeFactory().textNode(value));
    }

    private String shown(Throwable failure) {
        String message = text.message(failure);
        String places = text.places(failure);
        return " | " + failure.getClass().getSimpleName() + (message.isEmpty() ? "" : ": " + message)
                + (places.isEmpty() ? "" : " at " + places);
    }

    private ObjectNode object(LogRecord record) {
        ObjectNode line = JSON.createObjectNode().put("time", time(record)).put("level", record.getLevel().getName())
                .put("logger", text.logger(record)).put("message", text.message(record));
        Map<String, Object> fields = text.fields(record);
        if (!fields.isEmpty()) {
            line.set("fields", JSON.valueToTree(fields));
        }
        List<Throwable> thrown = text.thrown(record);
        if (!thrown.isEmpty()) {
            line.put("exception", thrown.getFirst().getClass().getName());
            thrown.forEach(failure -> line.withArray("thrown").addObject()
                    .put("class", failure.getClass().getName()).put("message", text.message(failure))
                    .put("at", text.places(failure)));
        }
        return line;
    }

    private static String time(LogRecord record) {
        return record.getInstant().truncatedTo(ChronoUnit.MILLIS).toString();
    }
}
