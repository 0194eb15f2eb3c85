package dev.pilcrow.article;

import java.text.Normalizer;

/// Makes texts equal that readers take for the same: compatibility forms (NFKC), case, white space, quotation marks,
/// apostrophes, dashes, middle dots, traditional and simplified characters, and characters that are not seen.
///
/// One pass, linear, for any input: a lone surrogate becomes U+FFFD. Folding a folded text changes nothing.
/// Thread-safe.
public final class Folding {

    private Folding() {
    }

    /// The folded text with the way back to the original. Accents stay: é is not e.
    public static Folded fold(String original) {
        return new Fold(original).folded();
    }

    /// The folded text alone.
    public static String text(String original) {
        return fold(original).text();
    }

    /// The folded text with the accents of Latin letters removed: Villaseñor becomes villasenor.
    public static String bare(String original) {
        String folded = text(original);
        StringBuilder bare = new StringBuilder(folded.length());
        boolean latin = false;
        for (int i = 0; i < folded.length();) {
            int c = folded.codePointAt(i);
            i += Character.charCount(c);
            if (!Glyphs.mark(c)) {
                latin = c < 0x80 || Character.UnicodeScript.of(c) == Character.UnicodeScript.LATIN;
                bare.appendCodePoint(latin && c >= 0x80 ? base(c) : c);
            } else if (!latin) {
                bare.appendCodePoint(c);
            }
        }
        return bare.toString();
    }

    /// The letter under the accents, and under the strokes that Unicode does not take apart.
    private static int base(int letter) {
        int bare = Normalizer.normalize(Character.toString(letter), Normalizer.Form.NFD).codePointAt(0);
        return switch (bare) {
            case 'ø' -> 'o';
            case 'ł' -> 'l';
            case 'đ' -> 'd';
            case 'ħ' -> 'h';
            case 'ı' -> 'i';
            case 'ŧ' -> 't';
            default -> bare;
        };
    }
}
