package dev.pilcrow.terminal;

import dev.pilcrow.chat.Incoming;
import dev.pilcrow.wording.Excerpt;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// Reads a line as what the reader wants: a command when it starts with a slash, a question otherwise. A command may be
/// written in full width, as Chinese input methods do: `／passage ７`.
final class TerminalReader {

    /// The commands, as completion offers them.
    static final List<String> COMMANDS = List.of("/passage", "/article", "/summary", "/reset", "/help");

    private static final Pattern NUMBER = Pattern.compile("[¶\\[]?(\\d{1,9})]?");
    private static final int REPEATED = 40;

    private TerminalReader() {
    }

    static Incoming read(String line) {
        String words = line.strip();
        if (!words.startsWith("/") && !words.startsWith("／")) {
            return new Incoming.Question(words);
        }
        String[] parts = Normalizer.normalize(words, Normalizer.Form.NFKC).split("\\s+", 2);
        String rest = parts.length < 2 ? "" : parts[1].strip();
        return switch (parts[0].toLowerCase(Locale.ROOT)) {
            case "/passage" -> passage(rest);
            case "/article" -> new Incoming.Outline();
            case "/summary" -> new Incoming.Summary();
            case "/reset" -> new Incoming.Reset();
            case "/help" -> new Incoming.Help();
            default -> new Incoming.Unknown(Excerpt.of(parts[0], REPEATED));
        };
    }

    private static Incoming passage(String given) {
        var number = NUMBER.matcher(given);
        return number.matches()
                ? new Incoming.Passage(Integer.parseInt(number.group(1)))
                : new Incoming.NoPassage(Excerpt.of(given, REPEATED));
    }
}
