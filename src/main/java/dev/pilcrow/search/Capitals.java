package dev.pilcrow.search;

import dev.pilcrow.article.Folding;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// The Latin words of a question that are written with a capital letter other than at its start: mostly names. Immutable.
final class Capitals {

    private final Set<String> words = new HashSet<>();

    Capitals(String text) {
        List<int[]> places = Stems.words(text);
        for (int i = 0; i < places.size(); i++) {
            int start = places.get(i)[0];
            if (Character.isUpperCase(text.codePointAt(start)) && i > 0) {
                words.add(Folding.text(text.substring(start, places.get(i)[1])));
            }
        }
    }

    /// Was this folded word written with a capital?
    boolean contains(String folded) {
        return words.contains(folded);
    }
}
