package dev.pilcrow.article;

import dev.pilcrow.article.Paragraph.Kind;
import java.util.List;
import java.util.Optional;

/// Finds what an article is called: its first heading, or the start of its first sentence, or its file's name.
final class Titles {

    private static final int LONGEST = 40;
    private static final int LONGEST_HEADING = 120;
    private static final String CLAUSE_ENDS = "，,；;：:。！？!?—";
    private static final String EDGES = ",，。.;；:：、— ";
    private static final String OPENING = "\"“「『‘";
    private static final String CLOSING = "\"”」』’";

    private Titles() {
    }

    static String of(String name, List<Paragraph> paragraphs) {
        Optional<Paragraph> heading = paragraphs.stream().filter(paragraph -> paragraph.kind() == Kind.HEADING)
                .findFirst();
        if (heading.isPresent()) {
            return cut(oneLine(heading.get().text()), LONGEST_HEADING);
        }
        Paragraph first = paragraphs.stream().filter(paragraph -> paragraph.kind() == Kind.BODY).findFirst()
                .orElse(paragraphs.getFirst());
        String sentence = first.sentences().getFirst().text();
        int byline = Bylines.bracketEnd(sentence);
        String title = cut(trimmed(oneLine(sentence.substring(byline))), LONGEST);
        return title.codePoints().anyMatch(Character::isLetterOrDigit) ? title : name;
    }

    /// The text when it is short enough, or its whole clauses or words that are, with an ellipsis.
    private static String cut(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        int end = lastOf(text, longest, true);
        end = end > longest / 4 ? end : lastOf(text, longest, false);
        end = end > longest / 4 ? end : longest;
        end = Character.isLowSurrogate(text.charAt(end)) ? end - 1 : end;
        return trimmed(text.substring(0, end)) + "…";
    }

    private static int lastOf(String text, int longest, boolean clause) {
        for (int i = longest; i > 0; i--) {
            char c = text.charAt(i);
            boolean number = i + 1 < text.length() && Character.isDigit(text.charAt(i + 1)) && c < 0x80;
            if (clause ? CLAUSE_ENDS.indexOf(c) >= 0 && !number : c == ' ') {
                return i;
            }
        }
        return 0;
    }

    private static String oneLine(String text) {
        StringBuilder line = new StringBuilder();
        text.codePoints().limit(1000).forEach(c -> {
            if (Glyphs.white(c)) {
                line.append(line.isEmpty() || line.charAt(line.length() - 1) == ' ' ? "" : " ");
            } else if (!Glyphs.dropped(c)) {
                line.appendCodePoint(c);
            }
        });
        return line.toString().strip();
    }

    /// Without punctuation at the ends, and without an opening quotation mark whose partner was cut off.
    private static String trimmed(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && EDGES.indexOf(text.charAt(start)) >= 0) {
            start++;
        }
        while (end > start && EDGES.indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        int quote = start < end ? OPENING.indexOf(text.charAt(start)) : -1;
        boolean unclosed = quote >= 0 && text.lastIndexOf(CLOSING.charAt(quote), end - 1) <= start;
        return text.substring(unclosed ? start + 1 : start, end);
    }
}
