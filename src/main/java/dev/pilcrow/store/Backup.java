package dev.pilcrow.store;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.InstantSource;
import org.jdbi.v3.core.Handle;

/// Writes all that a store keeps into a file, as it is at one time, while bots go on. Thread-safe.
///
/// The file is the same for both kinds of database; {@link BackupLines} tells how it looks. A row at a time is in memory.
public final class Backup {

    /// Rows that the server of a database sends at a time.
    private static final int ROWS = 500;

    private final Transactions sql;
    private final InstantSource clock;

    Backup(Transactions sql, InstantSource clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /// Writes the file, which is there only when it is whole and on disk.
    ///
    /// @param version the program's
    /// @param replacing may it take the place of another?
    /// @return how many rows
    /// @throws BackupException when it cannot be written
    public long write(Path file, String version, boolean replacing) {
        return BackupFile.write(file, replacing, out -> sql.snapshot(handle -> {
            try {
                return write(handle, version, out);
            } catch (IOException unwritten) {
                throw new UncheckedIOException(unwritten);
            }
        }));
    }

    private long write(Handle handle, String version, OutputStream out) throws IOException {
        BackupLines lines = new BackupLines(out);
        lines.write(BackupLines.JSON.createObjectNode().put("pilcrow", BackupLines.KIND)
                .put("format", BackupLines.FORMAT).put("schema", Schema.version(handle))
                .put("at", clock.instant().toString()).put("version", version));
        ObjectNode counts = BackupLines.JSON.createObjectNode();
        long all = 0;
        for (BackedUp table : BackedUp.TABLES) {
            long rows = write(handle, table, lines);
            counts.put(table.name(), rows);
            all += rows;
        }
        lines.write(BackupLines.JSON.createObjectNode().<ObjectNode>set("rows", counts).put("sha256",
                lines.checksum()));
        return all;
    }

    private long write(Handle handle, BackedUp table, BackupLines lines) throws IOException {
        ObjectNode head = BackupLines.JSON.createObjectNode().put("table", table.name());
        table.columns().forEach(column -> head.withArray("columns").add(column.name()));
        if (table.numbered()) {
            head.put("last", sql.database().lastNumber(handle, table.name()));
        }
        lines.write(head);
        return handle.createQuery(table.selection()).setFetchSize(ROWS).scanResultSet((rows, _) -> {
            long count = 0;
            try (var found = rows.get()) {
                while (found.next()) {
                    ArrayNode line = BackupLines.JSON.createArrayNode();
                    for (BackedUp.Column column : table.columns()) {
                        column.write(found, line);
                    }
                    write(lines, line);
                    count++;
                }
            }
            return count;
        });
    }

    private static void write(BackupLines lines, ArrayNode line) {
        try {
            lines.write(line);
        } catch (IOException unwritten) {
            throw new UncheckedIOException(unwritten);
        }
    }
}
