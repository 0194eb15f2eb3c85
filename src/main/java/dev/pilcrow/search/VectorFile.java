package dev.pilcrow.search;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32C;

/// The format of the file that holds the encodings of an article's paragraphs. What was cut short, changed, made by
/// another version or of another text is told from what is whole.
///
/// Little-endian. A head of 64 bytes: the letters `PILCROWV`, version, dimensions d, number of paragraphs, CRC-32C of the
/// rest (4 bytes each), length of the rest (8 bytes), the {@link ArticleVectors#digest digest} (32 bytes). Then for each
/// paragraph the number of its tokens n (4 bytes), its vector (4·d), scales, starts, ends (4·n each) and tokens (d·n).
final class VectorFile {

    /// Length of the head, in bytes.
    static final int HEAD = 64;

    /// Counts up with every change of the format, of the encoder's windows or of the quantisation.
    private static final int VERSION = 1;
    private static final byte[] LETTERS = {'P', 'I', 'L', 'C', 'R', 'O', 'W', 'V'};
    /// The largest piece that is given to the checksum at a time.
    private static final long PIECE = 1 << 24;
    private static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final ValueLayout.OfFloat FLOAT = ValueLayout.JAVA_FLOAT_UNALIGNED
            .withOrder(ByteOrder.LITTLE_ENDIAN);

    private final MemorySegment bytes;
    private final int dimensions;
    private long at = HEAD;

    private VectorFile(MemorySegment bytes, int dimensions) {
        this.bytes = bytes;
        this.dimensions = dimensions;
    }

    /// The encodings in the bytes of a file, if these are whole and what is wanted. Token vectors stay where they are.
    static Optional<List<Encoding>> read(MemorySegment bytes, ArticleVectors wanted) {
        long length = bytes.byteSize() - HEAD;
        if (length < 0) {
            return Optional.empty();
        }
        byte[] head = head(wanted, checksum(bytes.asSlice(HEAD)), length).array();
        if (bytes.asSlice(0, HEAD).mismatch(MemorySegment.ofArray(head)) >= 0) {
            return Optional.empty();
        }
        VectorFile file = new VectorFile(bytes, wanted.model().dimensions());
        List<Encoding> encodings = new ArrayList<>(wanted.texts().size());
        for (int i = 0; i < wanted.texts().size(); i++) {
            encodings.add(file.next());
        }
        return Optional.of(List.copyOf(encodings));
    }

    private Encoding next() {
        int n = bytes.get(INT, at);
        at += 4;
        float[] vector = floats(dimensions);
        float[] scales = floats(n);
        int[] starts = ints(n);
        int[] ends = ints(n);
        MemorySegment tokens = bytes.asSlice(at, (long) n * dimensions);
        at += tokens.byteSize();
        return new Encoding(vector, tokens, scales, starts, ends);
    }

    private float[] floats(int length) {
        float[] floats = new float[length];
        MemorySegment.copy(bytes, FLOAT, at, floats, 0, length);
        at += 4L * length;
        return floats;
    }

    private int[] ints(int length) {
        int[] ints = new int[length];
        MemorySegment.copy(bytes, INT, at, ints, 0, length);
        at += 4L * length;
        return ints;
    }

    private static int checksum(MemorySegment rest) {
        CRC32C checksum = new CRC32C();
        for (long at = 0; at < rest.byteSize(); at += PIECE) {
            checksum.update(rest.asSlice(at, Math.min(PIECE, rest.byteSize() - at)).asByteBuffer());
        }
        return (int) checksum.getValue();
    }

    /// The head of a file.
    ///
    /// @param checksum CRC-32C of the rest
    /// @param length of the rest, in bytes
    static ByteBuffer head(ArticleVectors of, int checksum, long length) {
        return buffer(HEAD).put(LETTERS).putInt(VERSION).putInt(of.model().dimensions()).putInt(of.texts().size())
                .putInt(checksum).putLong(length).put(of.digest()).flip();
    }

    /// A paragraph as it stands in the file.
    static ByteBuffer record(Encoding encoding) {
        int n = encoding.size();
        ByteBuffer record = buffer(4 + 4 * encoding.dimensions() + n * (12 + encoding.dimensions()));
        record.putInt(n);
        putFloats(record, encoding.vector());
        putFloats(record, encoding.scales());
        putInts(record, encoding.starts());
        putInts(record, encoding.ends());
        return record.put(encoding.tokens().asByteBuffer()).flip();
    }

    private static ByteBuffer buffer(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static void putFloats(ByteBuffer buffer, float[] floats) {
        for (float value : floats) {
            buffer.putFloat(value);
        }
    }

    private static void putInts(ByteBuffer buffer, int[] ints) {
        for (int value : ints) {
            buffer.putInt(value);
        }
    }
}
