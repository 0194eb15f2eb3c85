package dev.pilcrow.search;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/// Many texts as one, for finding whether and where a string stands in them. Immutable.
///
/// Most strings that are looked for stand nowhere; a table of the pairs of neighbouring characters tells that of nearly all
/// of them without a look at the text.
final class JoinedText {

    private static final char BETWEEN = '\n';

    private final String text;
    /// Where each part begins.
    private final int[] starts;
    /// A bit for each pair of neighbouring characters, by its hash; two pairs may share one.
    private final BitSet pairs = new BitSet();
    private final int mask;

    /// @param parts texts without line ends
    JoinedText(List<String> parts) {
        text = String.join(String.valueOf(BETWEEN), parts);
        starts = new int[parts.size()];
        for (int i = 1; i < starts.length; i++) {
            starts[i] = starts[i - 1] + parts.get(i - 1).length() + 1;
        }
        mask = Math.min(1 << 22, Integer.highestOneBit(Math.max(1, text.length())) * 16) - 1;
        for (int i = 1; i < text.length(); i++) {
            pairs.set(pair(text, i));
        }
    }

    private int pair(String of, int second) {
        int hash = (of.charAt(second - 1) * 0x9E3779B1 + of.charAt(second)) * 0x85EBCA6B;
        return (hash ^ hash >>> 15) & mask;
    }

    int length() {
        return text.length();
    }

    boolean contains(String wanted) {
        for (int i = 1; i < wanted.length(); i++) {
            if (!pairs.get(pair(wanted, i))) {
                return false;
            }
        }
        return text.contains(wanted);
    }

    /// Which of the first parts hold a string.
    BitSet partsWith(String wanted, int first) {
        BitSet found = new BitSet(first);
        int end = first < starts.length ? starts[first] : text.length();
        for (int at = text.indexOf(wanted, 0, end); at >= 0;) {
            int place = Arrays.binarySearch(starts, 0, first, at);
            int part = place >= 0 ? place : -place - 2;
            found.set(part);
            at = part + 1 < first ? text.indexOf(wanted, starts[part + 1], end) : -1;
        }
        return found;
    }
}
