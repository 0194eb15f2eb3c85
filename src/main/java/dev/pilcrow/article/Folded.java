package dev.pilcrow.article;

/// A text made equal for matching, with the way back: the folded character at `i` comes from the original characters
/// `[start(i), end(i))`. Immutable.
public final class Folded {

    private final String text;
    private final int[] starts;
    private final int[] ends;

    Folded(String text, int[] starts, int[] ends) {
        if (starts.length != text.length() || ends.length != text.length()) {
            throw new IllegalArgumentException("one offset a character");
        }
        this.text = text;
        this.starts = starts;
        this.ends = ends;
    }

    public String text() {
        return text;
    }

    /// Offset in the original where the folded character at `index` begins, in UTF-16 units.
    public int start(int index) {
        return starts[index];
    }

    /// Offset in the original after the folded character at `index`, in UTF-16 units.
    public int end(int index) {
        return ends[index];
    }
}
