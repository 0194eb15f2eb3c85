package dev.pilcrow;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The README as somebody reads it who wants to do what it says: its blocks, in their order. Immutable.
record Guide(String text) {

    private static final Pattern BLOCK = Pattern.compile("(?ms)^```(\\w*)\\n(.*?)^```");
    private static final Pattern EXCHANGE = Pattern.compile("(?ms)^› (.+?)\\n(.+?)(?=^› |\\z)");
    private static final String PROGRAM = "deploy/pilcrow";

    /// A question with the answer that is shown under it.
    record Exchange(String question, String answer) {
    }

    static Guide of(Path readme) {
        try {
            return new Guide(Files.readString(readme));
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    /// The commands that can be typed as they stand, in order.
    List<String> commands() {
        return BLOCK.matcher(text).results().filter(block -> block.group(1).equals("sh"))
                .flatMap(block -> block.group(2).lines()).filter(line -> line.startsWith(PROGRAM)).toList();
    }

    /// What the first picture of a chat shows.
    List<Exchange> exchanges() {
        String chat = BLOCK.matcher(text).results().map(block -> block.group(2))
                .filter(block -> block.startsWith("› ")).findFirst()
                .orElseThrow(() -> new AssertionError("no block of the README shows a chat"));
        return EXCHANGE.matcher(chat).results()
                .map(exchange -> new Exchange(exchange.group(1).strip(), exchange.group(2).strip())).toList();
    }

    /// The first command that starts the bot with exactly these variables, with their values in place of the README's.
    String start(Map<String, String> values) {
        return BLOCK.matcher(text).results().flatMap(block -> block.group(2).lines())
                .filter(line -> line.endsWith(" " + PROGRAM) && names(line).equals(values.keySet().stream().sorted()
                        .toList()))
                .findFirst().map(line -> filled(line, values))
                .orElseThrow(() -> new AssertionError("no command of the README sets " + values.keySet()));
    }

    private static List<String> names(String line) {
        return Arrays.stream(line.split(" ")).filter(word -> word.contains("="))
                .map(word -> word.substring(0, word.indexOf('='))).sorted().toList();
    }

    private static String filled(String line, Map<String, String> values) {
        String filled = line;
        for (Map.Entry<String, String> value : values.entrySet()) {
            filled = filled.replaceAll("\\b" + value.getKey() + "=\\S+",
                    Matcher.quoteReplacement(value.getKey() + "=" + value.getValue()));
        }
        return filled;
    }
}
