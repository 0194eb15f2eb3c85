package dev.pilcrow.search;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Objects;
import java.util.zip.CRC32C;

/// A {@link VectorFile} being written, paragraph by paragraph, beside its place; it takes the place when it is complete,
/// so that nobody reads half of it. Not thread-safe.
final class VectorWriter implements AutoCloseable {

    private final ArticleVectors vectors;
    private final Path place;
    private final Path part;
    private final FileChannel channel;
    private final CRC32C checksum = new CRC32C();
    private long length;

    /// @param place where the file will stand; its folder is made when it is missing
    VectorWriter(Path place, ArticleVectors vectors) throws IOException {
        this.vectors = vectors;
        this.place = place;
        Path folder = Objects.requireNonNull(place.toAbsolutePath().getParent());
        Files.createDirectories(folder);
        part = Files.createTempFile(folder, vectors.model().title(), VectorStore.PART);
        channel = FileChannel.open(part, StandardOpenOption.WRITE);
        channel.position(VectorFile.HEAD);
    }

    void add(Encoding encoding) throws IOException {
        ByteBuffer record = VectorFile.record(encoding);
        checksum.update(record.duplicate());
        length += record.remaining();
        write(record);
    }

    /// Puts the file in its place.
    void finish() throws IOException {
        channel.position(0);
        write(VectorFile.head(vectors, (int) checksum.getValue(), length));
        channel.close();
        try {
            Files.move(part, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException _) {
            Files.move(part, place, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private void write(ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
        Files.deleteIfExists(part);
    }
}
