package dev.pilcrow.picture;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// A line of a message, however often it has to be broken to fit. Immutable.
///
/// @param pieces the words of it; none for an empty line
/// @param quote which of the quotes of the message it stands in, from 1; 0 for none
public record Passage(List<Piece> pieces, int quote) {

    public Passage {
        pieces = List.copyOf(pieces);
    }

    /// The lines that words have; none when there are no words.
    public static List<Passage> of(List<Piece> pieces, int quote) {
        if (pieces.isEmpty()) {
            return List.of();
        }
        List<Passage> passages = new ArrayList<>();
        List<Piece> line = new ArrayList<>();
        for (Piece piece : pieces) {
            List<String> lines = Arrays.asList(piece.text().split("\n", -1));
            for (int i = 0; i < lines.size(); i++) {
                if (i > 0) {
                    passages.add(new Passage(line, quote));
                    line.clear();
                }
                if (!lines.get(i).isEmpty()) {
                    line.add(piece.with(lines.get(i)));
                }
            }
        }
        passages.add(new Passage(line, quote));
        return passages;
    }
}
