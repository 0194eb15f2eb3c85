package dev.pilcrow.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.pilcrow.store.BackupException.Problem;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jdbi.v3.core.statement.PreparedBatch;

/// A table of which every row is in a backup, with its columns, alike in both kinds of database.
///
/// @param key what tells a row from all others, by which they are put in order
/// @param numbered are its rows numbered by the database?
record BackedUp(String name, String key, boolean numbered, List<Column> columns) {

    /// What is in a column.
    enum Kind {
        TEXT, NUMBER, FLAG
    }

    /// A column; null is in some.
    record Column(String name, Kind kind) {

        void write(ResultSet row, ArrayNode line) throws SQLException {
            switch (kind) {
                case TEXT -> line.add(row.getString(name));
                case NUMBER -> {
                    long number = row.getLong(name);
                    line.add(row.wasNull() ? null : Long.valueOf(number));
                }
                case FLAG -> line.add(row.getBoolean(name));
            }
        }

        void bind(JsonNode value, PreparedBatch batch, int position) {
            switch (kind) {
                case TEXT -> batch.bind(position, value.isNull() ? null : value.textValue());
                case NUMBER -> batch.bind(position, value.isNull() ? null : Long.valueOf(value.longValue()));
                case FLAG -> batch.bind(position, value.booleanValue());
            }
        }

        boolean takes(JsonNode value) {
            return switch (kind) {
                case TEXT -> value.isTextual() || value.isNull();
                case NUMBER -> value.isIntegralNumber() || value.isNull();
                case FLAG -> value.isBoolean();
            };
        }
    }

    /// The tables, each after those that it refers to. What only processes tell each other, and limits, are in none.
    static final List<BackedUp> TABLES = List.of(
            table("article", "id", false, texts("id", "name", "text"), numbers("used")),
            table("chat", "id", false, texts("id", "current"), numbers("at")),
            table("quiet", "conversation", false, texts("conversation"), numbers("at")),
            table("seen", "key", false, texts("key"), numbers("at")),
            table("inbox", "id", true, numbers("id"),
                    texts("keys", "platform", "chat", "conversation", "lane", "person", "message", "root", "payload",
                            "owner", "stop", "placeholder", "outcome"),
                    flags("urgent", "question", "busy", "head"),
                    numbers("received", "not_before", "attempts", "lease_until", "answer", "done_at")),
            table("answer", "id", true, numbers("id", "delivery", "at"),
                    texts("conversation", "person", "article", "language", "question", "kind", "reason", "payload",
                            "message")),
            table("feedback", "answer, person", false, numbers("answer", "at"), texts("person", "reason"),
                    flags("good")),
            table("turn", "id", true, numbers("id", "at"), texts("conversation", "person", "article", "question",
                    "standalone", "context", "claims", "cited")));

    BackedUp {
        columns = List.copyOf(columns);
    }

    private static BackedUp table(String name, String key, boolean numbered, Column[]... columns) {
        return new BackedUp(name, key, numbered, Stream.of(columns).flatMap(Stream::of).toList());
    }

    private static Column[] texts(String... names) {
        return Stream.of(names).map(name -> new Column(name, Kind.TEXT)).toArray(Column[]::new);
    }

    private static Column[] numbers(String... names) {
        return Stream.of(names).map(name -> new Column(name, Kind.NUMBER)).toArray(Column[]::new);
    }

    private static Column[] flags(String... names) {
        return Stream.of(names).map(name -> new Column(name, Kind.FLAG)).toArray(Column[]::new);
    }

    static List<String> names() {
        return TABLES.stream().map(BackedUp::name).toList();
    }

    /// The same table with these of its columns, in this order; nothing when it has not all of them.
    Optional<BackedUp> with(List<String> some) {
        List<Column> found = some.stream()
                .flatMap(wanted -> columns.stream().filter(column -> column.name().equals(wanted))).toList();
        return found.size() == some.size() && !some.isEmpty()
                ? Optional.of(new BackedUp(name, key, numbered, found))
                : Optional.empty();
    }

    String selection() {
        return "SELECT %s FROM %s ORDER BY %s".formatted(list(), name, key);
    }

    /// @param overriding see {@link Database#overriding}
    String insertion(String overriding) {
        return "INSERT INTO %s (%s)%s VALUES (%s)".formatted(name, list(), overriding,
                String.join(", ", columns.stream().map(_ -> "?").toList()));
    }

    private String list() {
        return String.join(", ", columns.stream().map(Column::name).toList());
    }

    /// Makes sure that a row of a backup has what these columns take.
    ///
    /// @throws BackupException when it has not
    void check(JsonNode row) {
        if (row.size() != columns.size()) {
            throw new BackupException(Problem.DAMAGED);
        }
        for (int i = 0; i < columns.size(); i++) {
            if (!columns.get(i).takes(row.get(i))) {
                throw new BackupException(Problem.DAMAGED);
            }
        }
    }
}
