package dev.pilcrow.picture;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// Breaks passages into lines where Unicode's rules allow it, so that no Chinese line begins with a full stop.
///
/// @param size of the letters
/// @param width of the lines
public record Typesetter(double size, double width) {

    /// A line that fits, with its width.
    public record Line(List<Piece> pieces, double width) {

        public Line {
            pieces = List.copyOf(pieces);
        }
    }

    public List<Line> lines(Passage passage) {
        String text = passage.pieces().stream().map(Piece::text).collect(Collectors.joining());
        List<Line> lines = new ArrayList<>();
        BreakIterator breaks = BreakIterator.getLineInstance(ULocale.CHINESE);
        breaks.setText(text);
        int begin = 0;
        int fits = 0;
        for (int next = breaks.next(); next != BreakIterator.DONE; next = breaks.next()) {
            if (fits > begin && measure(passage, begin, next) > width) {
                lines.add(line(passage, begin, fits));
                begin = fits;
            }
            fits = next;
        }
        lines.add(line(passage, begin, text.length()));
        return lines;
    }

    private double measure(Passage passage, int begin, int end) {
        return line(passage, begin, end).width();
    }

    /// A part of a passage, without the blanks at its end.
    private Line line(Passage passage, int begin, int end) {
        List<Piece> pieces = new ArrayList<>();
        int at = 0;
        for (Piece piece : passage.pieces()) {
            int from = Math.max(begin - at, 0);
            int to = Math.min(end - at, piece.text().length());
            if (from < to) {
                pieces.add(piece.with(piece.text().substring(from, to)));
            }
            at += piece.text().length();
        }
        if (!pieces.isEmpty()) {
            pieces.add(pieces.getLast().with(pieces.removeLast().text().stripTrailing()));
        }
        return new Line(pieces, pieces.stream().mapToDouble(this::width).sum());
    }

    private double width(Piece piece) {
        return Typeface.width(piece.text(), piece.is(Piece.Mark.BOLD), size);
    }
}
