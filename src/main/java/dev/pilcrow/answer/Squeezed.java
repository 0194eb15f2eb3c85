package dev.pilcrow.answer;

import java.util.Arrays;

/// A folded text without the spaces beside Chinese characters and marks, which some writers put there, with the way back.
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
            if (folded.charAt(i) != ' ' || isBetweenWords(folded, i)) {
                places[text.length()] = i;
                text.append(folded.charAt(i));
            }
        }
        return new Squeezed(text.toString(), Arrays.copyOf(places, text.length()));
    }

    /// Does a space part two words of Latin letters or digits?
    private static boolean isBetweenWords(String folded, int at) {
        return at > 0 && at + 1 < folded.length() && isInWord(folded.charAt(at - 1)) && isInWord(folded.charAt(at + 1));
    }

    private static boolean isInWord(char c) {
        return Character.isLetterOrDigit(c) && !Character.isIdeographic(c);
    }

    String text() {
        return text;
    }

    /// Where a character stands in the folded text.
    int place(int index) {
        return places[index];
    }
}
