package dev.pilcrow.chat;

import java.text.BreakIterator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A text on its way to a platform, and where the characters of the original are in it. Immutable.
///
/// @param text the characters as they are now
/// @param moved for each offset of the original, and for its end, the offset in the text
public record CleanText(String text, int[] moved) {

    private static final String ELLIPSIS = "…";
    private static final int ZERO_WIDTH_JOINER = 0x200D;
    private static final int EMOJI_STYLE = 0xFE0F;
    private static final String FILLERS = "\u115F\u1160\u2800\u3164\uFFA0";
    /// How far back a blank is looked for where a text is cut.
    private static final int LAST_WORD = 200;

    /// A stretch of the original.
    public record Stretch(int start, int end) {

        boolean holds(int offset) {
            return start < offset && offset < end;
        }
    }

    /// A text without what cannot be seen or turns the direction; controls and lone surrogates are shown as U+FFFD.
    public static CleanText of(String original) {
        int[] same = new int[original.length() + 1];
        for (int i = 0; i < same.length; i++) {
            same[i] = i;
        }
        return new CleanText(original, same).cleaned();
    }

    /// A short text: clean, without blanks around it, at most so long, and never without anything to see.
    public static String line(String text, int longest) {
        return of(text).fitted(longest).text();
    }

    private CleanText cleaned() {
        StringBuilder clean = new StringBuilder(text.length());
        int[] step = new int[text.length() + 1];
        for (int i = 0; i < text.length();) {
            int character = text.codePointAt(i);
            int next = i + Character.charCount(character);
            step[i] = clean.length();
            step[next - 1] = clean.length();
            clean.append(shown(character, i, next));
            i = next;
        }
        step[text.length()] = clean.length();
        return after(clean.toString(), step);
    }

    private String shown(int character, int at, int next) {
        return switch (Character.getType(character)) {
            case Character.FORMAT -> joinsEmoji(character, at, next) ? Character.toString(character) : "";
            case Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> " ";
            case Character.SURROGATE -> "\uFFFD";
            case Character.CONTROL -> switch (character) {
                case '\n' -> "\n";
                case '\t' -> " ";
                case '\r' -> "";
                default -> "\uFFFD";
            };
            default -> Character.toString(character);
        };
    }

    private boolean joinsEmoji(int character, int at, int next) {
        if (character != ZERO_WIDTH_JOINER || at == 0 || next == text.length()) {
            return false;
        }
        int before = text.codePointBefore(at);
        return Character.isExtendedPictographic(text.codePointAt(next)) && (before == EMOJI_STYLE
                || Character.isExtendedPictographic(before) || Character.isEmojiModifier(before));
    }

    /// With a mark at the start of each match, but for those inside some stretches of the original.
    public CleanText marked(Pattern where, String mark, List<Stretch> open) {
        StringBuilder marked = new StringBuilder(text.length());
        int[] step = new int[text.length() + 1];
        Matcher matcher = where.matcher(text);
        int done = 0;
        while (matcher.find()) {
            int at = matcher.start();
            if (open.stream().map(one -> new Stretch(moved[one.start()], moved[one.end()]))
                    .noneMatch(one -> one.holds(at))) {
                copy(done, at, marked, step);
                marked.append(mark);
                done = at;
            }
        }
        copy(done, text.length(), marked, step);
        step[text.length()] = marked.length();
        return after(marked.toString(), step);
    }

    private void copy(int from, int to, StringBuilder target, int[] step) {
        for (int i = from; i < to; i++) {
            step[i] = target.length();
            target.append(text.charAt(i));
        }
    }

    /// Without blanks around it, at most so long, and never without anything to see.
    public CleanText fitted(int longest) {
        int start = 0;
        int end = text.length();
        while (end > 0 && isBlank(text.charAt(end - 1))) {
            end--;
        }
        while (start < end && isBlank(text.charAt(start))) {
            start++;
        }
        String fitted = cut(text.substring(start, end), longest);
        int[] step = new int[text.length() + 1];
        for (int i = 0; i < step.length; i++) {
            step[i] = Math.clamp(i - start, 0, fitted.length());
        }
        return fitted.codePoints().anyMatch(CleanText::isVisible)
                ? after(fitted, step)
                : new CleanText(ELLIPSIS, new int[moved.length]);
    }

    private static String cut(String whole, int longest) {
        if (whole.length() <= longest) {
            return whole;
        }
        String kept = start(whole, longest - ELLIPSIS.length());
        int blank = Math.max(kept.lastIndexOf(' '), kept.lastIndexOf('\n'));
        return (blank > Math.max(0, kept.length() - LAST_WORD) ? kept.substring(0, blank) : kept) + ELLIPSIS;
    }

    /// The first characters of a text, whole ones as a reader sees them.
    public static String start(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        BreakIterator graphemes = BreakIterator.getCharacterInstance(Locale.ROOT);
        graphemes.setText(text);
        int end = graphemes.isBoundary(longest) ? longest : graphemes.preceding(longest);
        if (end == 0) {
            end = Character.isHighSurrogate(text.charAt(longest - 1)) ? longest - 1 : longest;
        }
        return text.substring(0, end);
    }

    private static boolean isBlank(int character) {
        return Character.isWhitespace(character) || Character.isSpaceChar(character);
    }

    private static boolean isVisible(int character) {
        return !isBlank(character) && Character.getType(character) != Character.FORMAT
                && Character.getType(character) != Character.NON_SPACING_MARK && FILLERS.indexOf(character) < 0;
    }

    private CleanText after(String next, int[] step) {
        int[] then = new int[moved.length];
        for (int i = 0; i < moved.length; i++) {
            then[i] = step[moved[i]];
        }
        return new CleanText(next, then);
    }
}
