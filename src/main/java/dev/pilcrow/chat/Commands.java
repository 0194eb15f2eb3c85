package dev.pilcrow.chat;

import java.text.BreakIterator;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The commands that every platform has. They may be written in full width, as Chinese input methods do: `／passage ７`.
public final class Commands {

    /// What stands between words, in full width too.
    public static final String BLANKS = "(?U)\\s+";

    private static final Pattern NUMBER = Pattern.compile("[¶\\[]?(\\d{1,9})]?");
    private static final int REPEATED = 40;

    private Commands() {
    }

    /// Is this a command, by its first character?
    public static boolean isCommand(String words) {
        return words.startsWith("/") || words.startsWith("／");
    }

    /// What a command wants: the word after the slash, such as `passage`, and what follows it.
    public static Incoming.Wish read(String command, String rest) {
        return switch (plain(command).toLowerCase(Locale.ROOT)) {
            case "ask" -> new Incoming.Question(rest.strip());
            case "passage" -> passage(plain(rest).strip());
            case "article" -> new Incoming.Outline();
            case "summary" -> new Incoming.Summary();
            case "sources" -> new Incoming.Sources();
            case "reset" -> new Incoming.Reset();
            case "forget" -> new Incoming.Forget();
            case "start" -> new Incoming.Start();
            case "help" -> new Incoming.Help();
            default -> new Incoming.Unknown(shortened("/" + plain(command)));
        };
    }

    /// What a whole line wants: a command, or a question.
    public static Incoming.Wish read(String line) {
        String words = line.strip();
        if (!isCommand(words)) {
            return new Incoming.Question(words);
        }
        String[] parts = words.substring(1).split(BLANKS, 2);
        return read(parts[0], parts.length < 2 ? "" : parts[1]);
    }

    private static Incoming.Wish passage(String given) {
        Matcher number = NUMBER.matcher(given);
        return number.matches()
                ? new Incoming.Passage(Integer.parseInt(number.group(1)))
                : new Incoming.NoPassage(shortened(given));
    }

    private static String plain(String words) {
        return Normalizer.normalize(words, Normalizer.Form.NFKC);
    }

    private static String shortened(String words) {
        BreakIterator graphemes = BreakIterator.getCharacterInstance(Locale.ROOT);
        graphemes.setText(words);
        int end = graphemes.next(REPEATED);
        return end == BreakIterator.DONE || end == words.length()
                ? words
                : words.substring(0, end).stripTrailing() + "…";
    }
}
