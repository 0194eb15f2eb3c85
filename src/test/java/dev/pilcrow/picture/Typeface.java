package dev.pilcrow.picture;

import java.lang.Character.UnicodeScript;

/// How wide letters are, in whatever sans-serif typeface the reader's system has: Chinese ones are squares, and Latin ones are
/// reckoned a little wider than in Helvetica, whose widths these are, as some typefaces are wider.
final class Typeface {

    /// From the blank to the tilde, in thousandths of the size.
    private static final int[] LATIN = {278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278,
            556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722,
            667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667,
            611, 278, 278, 278, 469, 556, 333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556,
            556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584};
    private static final double WIDER = 1.03;
    private static final double BOLD = 1.07;
    private static final double QUOTE = 0.36;
    private static final double OTHER = 0.6;

    private Typeface() {
    }

    /// The width of words in the unit of the size.
    static double width(String text, boolean bold, double size) {
        return size * text.codePoints().mapToDouble(letter -> width(letter, bold)).sum();
    }

    private static double width(int letter, boolean bold) {
        if (isSquare(letter)) {
            return 1;
        }
        if (letter >= '‘' && letter <= '”') {
            return QUOTE;
        }
        int index = letter - ' ';
        double width = index >= 0 && index < LATIN.length ? LATIN[index] / 1000.0 : OTHER;
        return width * WIDER * (bold ? BOLD : 1);
    }

    private static boolean isSquare(int letter) {
        return UnicodeScript.of(letter) == UnicodeScript.HAN || letter >= 0x3000 && letter <= 0x303F
                || letter >= 0xFF00 && letter <= 0xFFEF || letter == '…' || letter == '—' || letter == '・';
    }
}
