package dev.pilcrow.search;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/// A text as vectors: one for the whole, and one for each of its tokens that is a word or a part of one.
///
/// Token vectors are quantised to 8 bits, each with a scale of its own, which costs a quarter of the memory and changes
/// no ranking that was measured. They lie in one piece, on the heap or in a file that is mapped into memory. Immutable by
/// agreement: nobody writes to the arrays.
///
/// @param vector the text's vector, of unit length
/// @param tokens the quantised token vectors, one after the other
/// @param scales what a token's bytes are multiplied with to make a vector of unit length
/// @param starts offset of each token in the folded text, in UTF-16 units
/// @param ends offset after each token
record Encoding(float[] vector, MemorySegment tokens, float[] scales, int[] starts, int[] ends) {

    int size() {
        return scales.length;
    }

    int dimensions() {
        return vector.length;
    }

    /// Copies a token's quantised vector.
    ///
    /// @param row receives it; as long as the vector
    void copyToken(int token, byte[] row) {
        MemorySegment.copy(tokens, ValueLayout.JAVA_BYTE, (long) token * row.length, row, 0, row.length);
    }

    /// About how much of the heap it takes, in bytes; what lies in a mapped file does not count.
    int weight() {
        return 160 + 4 * vector.length + 12 * size() + (tokens.isNative() ? 0 : (int) tokens.byteSize());
    }

    /// Quantises a vector to bytes, after bringing it to unit length.
    ///
    /// @param row the vector, of any length
    /// @param bytes receives the bytes
    /// @return the scale
    static float quantise(float[] row, byte[] bytes) {
        float most = 0;
        double squares = 0;
        for (float value : row) {
            most = Math.max(most, Math.abs(value));
            squares += value * value;
        }
        if (most == 0) {
            return 0;
        }
        float factor = 127 / most;
        for (int i = 0; i < row.length; i++) {
            bytes[i] = (byte) Math.round(row[i] * factor);
        }
        return (float) (1 / (factor * Math.sqrt(squares)));
    }
}
