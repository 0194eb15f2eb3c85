package dev.pilcrow.answer;

import java.util.Arrays;

/// A folded text without its spaces, which writers put between Chinese and Latin characters or do not, with the way back.
/// Immutable.
final class Squeezed {

    private final String text;
    private final int[] places;

    private Squeezed(String text, int[] places) {
        this.text = text;
        this.places = places;
    }

    static Squeezed of(String folded) {
        StringBuilder text = new StringBuilder(folded.length());
        int[] places = new int[folded.length()];
        for (int i = 0; i < folded.length(); i++) {
            if (folded.charAt(i) != ' ') {
                places[text.length()] = i;
                text.append(folded.charAt(i));
            }
        }
        return new Squeezed(text.toString(), Arrays.copyOf(places, text.length()));
    }

    String text() {
        return text;
    }

    /// Where a character stands in the folded text.
    int place(int index) {
        return places[index];
    }
}
