package dev.pilcrow.picture;

import java.util.Set;

/// Words that look alike. Immutable.
public record Piece(String text, Set<Mark> marks) {

    /// How words can differ from those around them.
    public enum Mark {
        BOLD, LINK, CODE, MENTION
    }

    public Piece {
        marks = Set.copyOf(marks);
    }

    public static Piece plain(String text) {
        return new Piece(text, Set.of());
    }

    Piece with(String other) {
        return new Piece(other, marks);
    }

    boolean is(Mark mark) {
        return marks.contains(mark);
    }
}
