package dev.pilcrow.terminal;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jline.utils.AttributedString;

/// A text in lines that fit a terminal, broken where its language breaks them. A Chinese character takes two columns.
final class TerminalLines {

    /// Longer lines are tiring to read, however wide the terminal is.
    private static final int WIDEST = 100;

    private TerminalLines() {
    }

    static List<AttributedString> of(AttributedString text, int columns) {
        int width = columns <= 0 ? WIDEST : Math.min(columns, WIDEST);
        List<AttributedString> lines = new ArrayList<>();
        for (AttributedString line : text.columnSplitLength(Integer.MAX_VALUE)) {
            wrap(line, width, lines);
        }
        return lines;
    }

    private static void wrap(AttributedString line, int width, List<AttributedString> lines) {
        String text = line.toString();
        BreakIterator breaks = BreakIterator.getLineInstance(Locale.ROOT);
        breaks.setText(text);
        int start = 0;
        int last = 0;
        for (int end = breaks.next(); end != BreakIterator.DONE; end = breaks.next()) {
            int visible = start + text.substring(start, end).stripTrailing().length();
            if (last > start && line.subSequence(start, visible).columnLength() > width) {
                lines.add(line.subSequence(start, last));
                start = last;
            }
            last = end;
        }
        lines.add(line.subSequence(start, line.length()));
    }
}
