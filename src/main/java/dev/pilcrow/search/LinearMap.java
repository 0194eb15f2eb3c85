package dev.pilcrow.search;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.apache.lucene.util.VectorUtil;

/// A linear map from the vector space of one encoder to that of another, fitted on pairs of sentences that mean the same:
/// `y = W (x - mean of x) + mean of y`, then brought to unit length. It lets an English question find a Chinese paragraph
/// without a translation. Thread-safe.
public final class LinearMap {

    private final float[][] weights;
    private final float[] from;
    private final float[] to;

    /// @param weights one row for each dimension of the result
    /// @param from the mean of the source vectors
    /// @param to the mean of the target vectors
    public LinearMap(float[][] weights, float[] from, float[] to) {
        this.weights = weights;
        this.from = from;
        this.to = to;
    }

    float[] apply(float[] vector) {
        float[] centred = new float[vector.length];
        for (int i = 0; i < vector.length; i++) {
            centred[i] = vector[i] - from[i];
        }
        float[] result = new float[to.length];
        for (int row = 0; row < result.length; row++) {
            result[row] = VectorUtil.dotProduct(weights[row], centred) + to[row];
        }
        return VectorUtil.l2normalize(result);
    }

    /// Reads a map that {@link #write} wrote, from the class path.
    static LinearMap resource(String name) {
        try {
            return read(Objects.requireNonNull(LinearMap.class.getResourceAsStream(name), name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Reads a map and closes the stream.
    static LinearMap read(InputStream stream) throws IOException {
        try (DataInputStream data = new DataInputStream(stream)) {
            int rows = data.readInt();
            int columns = data.readInt();
            ByteBuffer halves = ByteBuffer.wrap(data.readAllBytes());
            float[] from = row(halves, columns);
            float[] to = row(halves, rows);
            float[][] weights = new float[rows][];
            for (int i = 0; i < rows; i++) {
                weights[i] = row(halves, columns);
            }
            return new LinearMap(weights, from, to);
        }
    }

    private static float[] row(ByteBuffer halves, int length) {
        float[] row = new float[length];
        for (int i = 0; i < length; i++) {
            row[i] = Float.float16ToFloat(halves.getShort());
        }
        return row;
    }

    /// Writes the map as half-precision numbers: rows, columns, the two means, the weights row by row; big-endian.
    public void write(Path file) throws IOException {
        ByteBuffer halves = ByteBuffer.allocate(8 + 2 * (from.length + to.length + from.length * to.length));
        halves.putInt(to.length).putInt(from.length);
        put(halves, from);
        put(halves, to);
        for (float[] row : weights) {
            put(halves, row);
        }
        try (OutputStream out = Files.newOutputStream(file)) {
            out.write(halves.array());
        }
    }

    private static void put(ByteBuffer halves, float[] row) {
        for (float value : row) {
            halves.putShort(Float.floatToFloat16(value));
        }
    }
}
