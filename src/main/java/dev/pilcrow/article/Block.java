package dev.pilcrow.article;

import java.util.ArrayList;
import java.util.List;

/// A stretch of an article's text that becomes a paragraph. Offsets count UTF-16 units; no white space at its ends.
///
/// @param shape what the format says it is
/// @param start offset of its first character
/// @param end offset after its last character
record Block(Shape shape, int start, int end) {

    /// What a format can say of a block. A plain text says nothing: its blocks are lines.
    enum Shape {
        LINE, HEADING, PROSE, ITEM, ROW, CODE
    }

    Block {
        if (start < 0 || end <= start) {
            throw new IllegalArgumentException("a block at " + start + "-" + end);
        }
    }

    /// How it is set.
    Paragraph.Form form() {
        return switch (shape) {
            case LINE, HEADING, PROSE -> Paragraph.Form.PROSE;
            case ITEM -> Paragraph.Form.ITEM;
            case ROW -> Paragraph.Form.ROW;
            case CODE -> Paragraph.Form.CODE;
        };
    }

    int length() {
        return end - start;
    }

    String in(String text) {
        return text.substring(start, end);
    }

    /// The non-blank lines of a text; a line ends at LF, CRLF or CR and at nothing else.
    static List<Block> lines(String text) {
        List<Block> lines = new ArrayList<>();
        int start = 0;
        for (int i = 0; i <= text.length(); i++) {
            if (i == text.length() || text.charAt(i) == '\n' || text.charAt(i) == '\r') {
                addTrimmed(lines, Shape.LINE, text, start, i);
                start = i + 1;
            }
        }
        return lines;
    }

    /// Adds the stretch without the white space at its ends, unless it is blank.
    static void addTrimmed(List<Block> blocks, Shape shape, String text, int from, int to) {
        int start = from;
        int end = to;
        while (start < end && Glyphs.white(text.charAt(start))) {
            start++;
        }
        while (end > start && Glyphs.white(text.charAt(end - 1))) {
            end--;
        }
        if (start < end) {
            blocks.add(new Block(shape, start, end));
        }
    }
}
