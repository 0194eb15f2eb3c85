package dev.pilcrow.wording;

import java.text.BreakIterator;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The start of a text that is too long to show. A character is a grapheme, as a reader counts them, and never cut in two.
public final class Excerpt {

    /// A clause of some characters, up to a mark that ends one. A comma between digits or in a word ends none.
    private static final Pattern CLAUSE = Pattern.compile("^.{6,}?(?=[，。；：！？]|[,;:!?](?![\\p{IsLatin}\\p{N}]))",
            Pattern.DOTALL);

    private Excerpt() {
    }

    /// The text, or its first characters and an ellipsis when it has more than so many.
    public static String of(String text, int characters) {
        BreakIterator graphemes = BreakIterator.getCharacterInstance(Locale.ROOT);
        graphemes.setText(text);
        int end = graphemes.next(characters);
        return end == BreakIterator.DONE || end == text.length() ? text : text.substring(0, end).stripTrailing() + "…";
    }

    /// The first clause of a text, or its first characters when that is long; an ellipsis tells that it goes on.
    static String clause(String text, int characters) {
        Matcher clause = CLAUSE.matcher(text);
        String first = clause.find() ? clause.group() : text;
        String shown = of(first, characters);
        boolean goesOn = text.codePoints().skip(first.codePointCount(0, first.length()))
                .anyMatch(Character::isLetterOrDigit);
        return shown.equals(first) && goesOn ? shown + "…" : shown;
    }
}
