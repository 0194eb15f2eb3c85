package dev.pilcrow.search;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;

/// A quantised token vector, widened to whole numbers for multiplying. Not thread-safe while it is being read.
///
/// The compiler makes vector instructions of loops over `int` arrays with one index, and of no loops over bytes. So four
/// bytes are taken as one number and shifted apart: the quarter k holds the dimensions 4i + k.
final class TokenRow {

    private static final ValueLayout.OfInt FOUR_BYTES = ValueLayout.JAVA_INT_UNALIGNED
            .withOrder(ByteOrder.LITTLE_ENDIAN);

    private final int[] packed;
    private final int[][] quarters;

    /// @param dimensions a multiple of four
    TokenRow(int dimensions) {
        packed = new int[dimensions / 4];
        quarters = new int[4][dimensions / 4];
    }

    /// Takes on the vector of a token.
    void read(Encoding encoding, int token) {
        MemorySegment.copy(encoding.tokens(), FOUR_BYTES, 4L * token * packed.length, packed, 0, packed.length);
        for (int k = 0; k < 4; k++) {
            widen(packed, 24 - 8 * k, quarters[k]);
        }
    }

    private static void widen(int[] packed, int left, int[] quarter) {
        for (int i = 0; i < packed.length; i++) {
            quarter[i] = packed[i] << left >> 24;
        }
    }

    /// The dot product of the bytes of two vectors.
    int dot(TokenRow other) {
        return dot(quarters[0], other.quarters[0], quarters[1], other.quarters[1])
                + dot(quarters[2], other.quarters[2], quarters[3], other.quarters[3]);
    }

    private static int dot(int[] a, int[] x, int[] b, int[] y) {
        int sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * x[i] + b[i] * y[i];
        }
        return sum;
    }
}
