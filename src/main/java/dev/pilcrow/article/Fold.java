package dev.pilcrow.article;

import java.text.Normalizer;
import java.util.Arrays;

/// The folding of one text: walks it cluster by cluster, a cluster being a character with all that melts into it.
final class Fold {

    /// Longer runs of marks are cut, as in Unicode's stream-safe format: ordering them takes quadratic time.
    private static final int LONGEST_CLUSTER = 32;

    private final String original;
    private final StringBuilder text;
    private final StringBuilder cluster = new StringBuilder();
    private int[] starts;
    private int[] ends;

    Fold(String original) {
        this.original = original;
        text = new StringBuilder(original.length());
        starts = new int[original.length()];
        ends = new int[original.length()];
    }

    Folded folded() {
        for (int at = 0; at < original.length();) {
            at = plain(at) ? easy(at) : cluster(at);
        }
        return new Folded(text.toString(), Arrays.copyOf(starts, text.length()), Arrays.copyOf(ends, text.length()));
    }

    /// Whether the character is ASCII or an ideograph and stands alone, so that no normalization is needed.
    private boolean plain(int at) {
        if (!simple(original.charAt(at))) {
            return false;
        }
        if (at + 1 == original.length()) {
            return true;
        }
        char next = original.charAt(at + 1);
        return simple(next) || (!Glyphs.joins(next) && !Glyphs.dropped(next) && !Character.isSurrogate(next));
    }

    private static boolean simple(char c) {
        return c < 0x7F ? c > ' ' : Glyphs.han(c);
    }

    private int easy(int at) {
        char c = original.charAt(at);
        if (c < 0x7F) {
            put(c >= 'A' && c <= 'Z' ? c + 32 : c == '`' ? '\'' : c, at, at + 1);
        } else {
            put(Simplified.of(c), at, at + 1);
        }
        return at + 1;
    }

    /// Folds the cluster at an offset; gives the offset after it. Unseen characters inside do not keep marks apart.
    private int cluster(int at) {
        int first = original.codePointAt(at);
        int end = at + Character.charCount(first);
        if (Glyphs.dropped(first)) {
            return end;
        }
        cluster.setLength(0);
        if (Glyphs.white(first)) {
            space(at, end);
            return end;
        }
        append(first);
        for (int look = end; look < original.length() && cluster.length() < LONGEST_CLUSTER;) {
            int c = original.codePointAt(look);
            look += Character.charCount(c);
            if (Glyphs.joins(c) && !Glyphs.dropped(c)) {
                append(c);
                end = look;
            } else if (!Glyphs.dropped(c)) {
                break;
            }
        }
        Normalizer.normalize(cluster, Normalizer.Form.NFKC).codePoints().forEach(new Sink(at, end)::accept);
        return end;
    }

    /// Adds a character to the cluster, in lower case already so that its marks melt into the small letter.
    private void append(int c) {
        boolean lone = c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
        cluster.appendCodePoint(lone ? 0xFFFD : Glyphs.unified(Character.toLowerCase(c)));
    }

    /// Takes the normalized characters of the cluster between two offsets.
    private final class Sink {

        private final int start;
        private final int end;

        private Sink(int start, int end) {
            this.start = start;
            this.end = end;
        }

        private void accept(int c) {
            if (Glyphs.white(c)) {
                space(start, end);
            } else if (!Glyphs.dropped(c)) {
                put(Simplified.of(Glyphs.unified(Character.toLowerCase(c))), start, end);
            }
        }
    }

    private void space(int start, int end) {
        int last = text.length() - 1;
        if (last >= 0 && text.charAt(last) == ' ') {
            ends[last] = end;
        } else {
            put(' ', start, end);
        }
    }

    private void put(int c, int start, int end) {
        int units = Character.charCount(c);
        int from = text.length();
        if (from + units > starts.length) {
            int size = Math.max(16, starts.length + (starts.length >> 1) + 2);
            starts = Arrays.copyOf(starts, size);
            ends = Arrays.copyOf(ends, size);
        }
        text.appendCodePoint(c);
        for (int i = from; i < from + units; i++) {
            starts[i] = start;
            ends[i] = end;
        }
    }
}
