package dev.pilcrow.model;

import java.util.Locale;
import java.util.random.RandomGenerator;

/// A line that stands between instructions and material in a prompt, and that nobody who wrote the material could know.
///
/// @param line 32 hexadecimal digits
public record Fence(String line) {

    /// A new one.
    ///
    /// @param random must not be guessable
    public static Fence random(RandomGenerator random) {
        return new Fence(String.format(Locale.ROOT, "%016x%016x", random.nextLong(), random.nextLong()));
    }

    /// Does a text have it, so that it repeats a part of the prompt?
    public boolean isIn(String text) {
        return text.contains(line);
    }

    /// A text of a reader's in one line, as it stands between fences.
    public static String oneLine(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }
}
