package dev.pilcrow.article;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Where something stands in an article: a paragraph, and which of its characters. Written `6.0-14`, or `6` for all of it.
///
/// @param paragraph its number, from 1
/// @param start offset of the first character in the paragraph's text, in UTF-16 units
/// @param end offset after the last character; 0 when no characters are meant
public record Spot(int paragraph, int start, int end) {

    private static final Pattern FORM = Pattern.compile("(\\d{1,6})(?:\\.(\\d{1,8})-(\\d{1,8}))?");

    public Spot {
        if (paragraph < 1 || start < 0 || end < start || end == start && end > 0) {
            throw new IllegalArgumentException("a spot in paragraph " + paragraph + " at " + start + "-" + end);
        }
    }

    /// A paragraph.
    public static Spot of(int paragraph) {
        return new Spot(paragraph, 0, 0);
    }

    /// The spot that is written so, if it is one of this article.
    public static Optional<Spot> parse(String text, Article article) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            return Optional.empty();
        }
        int paragraph = Integer.parseInt(form.group(1));
        int start = form.group(2) == null ? 0 : Integer.parseInt(form.group(2));
        int end = form.group(3) == null ? 0 : Integer.parseInt(form.group(3));
        boolean none = form.group(2) == null;
        if (paragraph < 1 || paragraph > article.paragraphs().size() || !none && end <= start) {
            return Optional.empty();
        }
        String words = article.paragraph(paragraph).text();
        return isBetween(words, start) && isBetween(words, end)
                ? Optional.of(new Spot(paragraph, start, end))
                : Optional.empty();
    }

    /// Is the offset in the text, and between two characters?
    private static boolean isBetween(String text, int at) {
        return at <= text.length() && (at == 0 || at == text.length() || !Character.isLowSurrogate(text.charAt(at))
                || !Character.isHighSurrogate(text.charAt(at - 1)));
    }

    /// As it is written.
    @Override
    public String toString() {
        return end == 0 ? Integer.toString(paragraph) : paragraph + "." + start + "-" + end;
    }
}
