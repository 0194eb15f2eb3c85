package dev.pilcrow.article;

/// What folding and reading must know of a single character. Code points, so that surrogate pairs are one.
final class Glyphs {

    private Glyphs() {
    }

    /// White space as Python's `str.strip()` and Unicode see it: the no-break spaces and U+3000 too.
    static boolean white(int c) {
        return switch (c) {
            case '\t', '\n', 0x0B, '\f', '\r', 0x1C, 0x1D, 0x1E, 0x1F, ' ', 0x85, 0xA0, 0x1680, 0x2028, 0x2029, 0x202F,
                    0x205F, 0x3000 ->
                true;
            default -> between(c, 0x2000, 0x200A);
        };
    }

    /// Characters that are not seen: controls, zero-width and bidirectional marks, tags, variation selectors, fillers.
    static boolean dropped(int c) {
        if (between(c, 0x20, 0x7E) || han(c)) {
            return false;
        }
        return switch (c) {
            case 0x034F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x3164, 0xFFA0 -> true;
            default -> between(c, 0xFE00, 0xFE0F) || between(c, 0x180B, 0x180F) || between(c, 0xE0000, 0xE0FFF)
                    || controls(c);
        };
    }

    private static boolean controls(int c) {
        int type = Character.getType(c);
        return type == Character.FORMAT || (type == Character.CONTROL && !white(c));
    }

    /// Characters that may melt into the one before: combining marks, Hangul letters, half-width voicing marks.
    static boolean joins(int c) {
        if (c < 0x300 || han(c) || between(c, 0xFF01, 0xFF5E)) {
            return false;
        }
        return mark(c) || between(c, 0x1100, 0x11FF) || between(c, 0x3131, 0x318E) || between(c, 0xA960, 0xA97C)
                || between(c, 0xD7B0, 0xD7FB) || between(c, 0xFF9E, 0xFFDC);
    }

    static boolean between(int c, int first, int last) {
        return first <= c && c <= last;
    }

    static boolean mark(int c) {
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK
                || type == Character.ENCLOSING_MARK;
    }

    /// The commonest ideographs; normalization leaves them alone.
    static boolean han(int c) {
        return between(c, 0x4E00, 0x9FFF);
    }

    /// One sign for all that readers type for it: quotation marks, apostrophes, dashes, middle dots.
    static int unified(int c) {
        return switch (c) {
            case '“', '”', '„', '‟', '«', '»', '″', '‶', '〝', '〞', '〟', '「', '」', '『', '』', '﹁', '﹂', '﹃', '﹄', '｢',
                    '｣', '＂',
                    '❝', '❞' ->
                '"';
            case '‘', '’', '‚', '‛', '‹', '›', '′', '‵', '`', '´', 'ʼ', 'ʹ', '＇', '｀', '❛', '❜' -> '\'';
            case '‐', '‑', '‒', '–', '—', '―', '−', '﹘', '﹣', '－', '⸺', '⸻', '⁃' -> '-';
            case '・', '•', '‧', '∙', '･', '⋅', '⸱', '·' -> '·';
            case 'ς' -> 'σ';
            default -> c;
        };
    }
}
