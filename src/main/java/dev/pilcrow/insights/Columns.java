package dev.pilcrow.insights;

import org.jline.utils.AttributedString;

/// The columns that texts take on a terminal: a Chinese character takes two.
final class Columns {

    private static final String ELLIPSIS = "…";

    private Columns() {
    }

    /// How many columns a text of one line takes.
    static int of(String text) {
        return new AttributedString(text).columnLength();
    }

    /// The text with blanks behind it up to so many columns, or its start and an ellipsis when it takes more.
    static String fit(String text, int columns) {
        String cut = cut(text, columns);
        return cut + " ".repeat(columns - of(cut));
    }

    /// The text, or its start and an ellipsis when it takes more than so many columns.
    static String cut(String text, int columns) {
        return of(text) <= columns
                ? text
                : new AttributedString(text).columnSubSequence(0, columns - 1).toString() + ELLIPSIS;
    }
}
