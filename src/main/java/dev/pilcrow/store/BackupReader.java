package dev.pilcrow.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pilcrow.store.BackupException.Problem;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/// Reads a backup from its first line to its last, a line at a time, and refuses it unless it is as {@link Backup} wrote it.
final class BackupReader {

    /// Whoever is told what is in a backup; it may turn out to be damaged only at the end.
    interface Content {

        /// A table begins.
        ///
        /// @param last the last number that was given to a row of it; 0 when its rows are not numbered
        void begins(BackedUp table, long last);

        /// A row of the table that began last.
        void row(JsonNode row, int bytes);
    }

    /// A line that is longer is no backup's.
    private static final int LONGEST = 64 << 20;

    private final InputStream in;
    private final Content content;
    private final MessageDigest digest = BackupLines.sha256();
    private final ObjectNode counts = BackupLines.JSON.createObjectNode();
    private final Set<String> begun = new HashSet<>();
    private long all;
    private long inTable;
    private int bytes;

    private BackupReader(InputStream in, Content content) {
        this.in = in;
        this.content = content;
    }

    /// @return how many rows
    /// @throws BackupException when it cannot be read, or is no whole backup
    static long read(Path file, Content content) {
        try (InputStream packed = Files.newInputStream(file);
                InputStream in = new BufferedInputStream(new GZIPInputStream(packed, 1 << 16))) {
            return new BackupReader(in, content).read();
        } catch (NoSuchFileException _) {
            throw new BackupException(Problem.MISSING);
        } catch (AccessDeniedException _) {
            throw new BackupException(Problem.UNREADABLE);
        } catch (IOException broken) {
            throw new BackupException(Files.isDirectory(file)
                    ? Problem.UNREADABLE
                    : isPacked(file) ? Problem.DAMAGED : Problem.FOREIGN);
        }
    }

    /// Does it begin as a compressed file does?
    private static boolean isPacked(Path file) {
        try (InputStream start = Files.newInputStream(file)) {
            return start.read() == 0x1f && start.read() == 0x8b;
        } catch (IOException _) {
            return false;
        }
    }

    private long read() throws IOException {
        head(line(Problem.FOREIGN));
        @Nullable
        BackedUp table = null;
        while (true) {
            byte[] before = copy();
            JsonNode line = line(Problem.DAMAGED);
            if (line.isArray() && table != null) {
                table.check(line);
                inTable++;
                all++;
                content.row(line, bytes);
            } else if (line.has("table")) {
                count(table);
                table = begin(line);
            } else {
                count(table);
                end(line, before);
                return all;
            }
        }
    }

    /// The checksum of the lines so far.
    private byte[] copy() {
        try {
            return ((MessageDigest) digest.clone()).digest();
        } catch (CloneNotSupportedException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static void head(JsonNode line) {
        if (!line.path("pilcrow").asText().equals(BackupLines.KIND) || !line.path("format").isInt()) {
            throw new BackupException(Problem.FOREIGN);
        }
        if (line.path("format").intValue() > BackupLines.FORMAT) {
            throw new BackupException(Problem.NEWER);
        }
    }

    private BackedUp begin(JsonNode line) {
        String name = line.path("table").asText();
        List<String> columns = StreamSupport.stream(line.path("columns").spliterator(), false).map(JsonNode::asText)
                .toList();
        if (!begun.add(name)) {
            throw new BackupException(Problem.DAMAGED);
        }
        BackedUp table = BackedUp.TABLES.stream().filter(one -> one.name().equals(name)).findFirst()
                .flatMap(one -> one.with(columns)).orElseThrow(() -> new BackupException(Problem.NEWER));
        inTable = 0;
        content.begins(table, line.path("last").asLong());
        return table;
    }

    private void count(@Nullable BackedUp table) {
        if (table != null) {
            counts.put(table.name(), inTable);
        }
    }

    private void end(JsonNode line, byte[] checksum) throws IOException {
        boolean whole = line.path("sha256").asText().equals(HexFormat.of().formatHex(checksum))
                && line.path("rows").toString().equals(counts.toString()) && in.read() < 0;
        if (!whole) {
            throw new BackupException(Problem.DAMAGED);
        }
    }

    /// The next line.
    ///
    /// @param otherwise what is wrong when there is none
    private JsonNode line(Problem otherwise) throws IOException {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        int next = in.read();
        while (next >= 0 && next != '\n' && text.size() < LONGEST) {
            text.write(next);
            next = in.read();
        }
        if (next != '\n') {
            throw new BackupException(otherwise);
        }
        byte[] read = text.toByteArray();
        digest.update(read);
        digest.update((byte) '\n');
        bytes = read.length;
        try {
            JsonNode line = BackupLines.JSON.readTree(read);
            if (line != null && line.isContainerNode()) {
                return line;
            }
        } catch (JsonProcessingException _) {
            // It is no line of a backup.
        }
        throw new BackupException(otherwise);
    }
}
