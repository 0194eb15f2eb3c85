package dev.pilcrow.article;

import java.util.Arrays;

/// The pairs of quotation marks and round brackets in a paragraph. A mark without its partner is no quotation, so that it cannot swallow
/// the rest; the plain `"` opens and closes by turns.
final class Quotations {

    /// At the same index, the mark that opens and the mark that closes; the last two are titles of works.
    private static final String OPENING = "“「『\"＂«（(《〈";
    private static final String CLOSING = "”」』\"＂»）)》〉";
    private static final int FIRST_TITLE = OPENING.indexOf('《');

    private final String text;
    private final int[] closing;

    Quotations(String text) {
        this.text = text;
        closing = pairs(text);
    }

    /// Where the quotation closes that opens at a place, or -1.
    int closing(int at) {
        return closing.length == 0 ? -1 : closing[at] - 1;
    }

    /// Whether the quotation that opens at a place is the title of a work.
    boolean title(int at) {
        return OPENING.indexOf(text.charAt(at)) >= FIRST_TITLE;
    }

    /// For each place one more than that of the closing mark, or 0; empty when the paragraph quotes nothing.
    private static int[] pairs(String text) {
        int[] pairs = {};
        int[] open = new int[16];
        int[] openOfKind = new int[OPENING.length()];
        int depth = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            int closes = CLOSING.indexOf(c);
            int opens = OPENING.indexOf(c);
            if (closes >= 0 && openOfKind[closes] > 0) {
                int kind = -1;
                while (kind != closes) {
                    kind = OPENING.indexOf(text.charAt(open[--depth]));
                    openOfKind[kind]--;
                }
                pairs = pairs.length == 0 ? new int[text.length()] : pairs;
                pairs[open[depth]] = i + 1;
            } else if (opens >= 0) {
                open = depth == open.length ? Arrays.copyOf(open, 2 * depth) : open;
                open[depth++] = i;
                openOfKind[opens]++;
            }
        }
        return pairs;
    }
}
