package dev.pilcrow.article;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/// The English words written with a full stop, and what tells whether such a stop ends a sentence too.
final class Abbreviations {

    private enum Section {
        NEVER("[never at an end]"), NUMBER("[not before a number]"), STARTER("[only before a starter]"), STARTERS(
                "[starters]");

        private final String heading;

        Section(String heading) {
            this.heading = heading;
        }
    }

    private static final int LONGEST = 12;
    private static final Map<Section, Set<String>> WORDS = read();

    private Abbreviations() {
    }

    /// Whether the full stop at `dot` can end a sentence that goes on, after white space, at `next`.
    static boolean allowEnd(String text, int dot, int next) {
        String word = wordBefore(text, dot);
        if (has(Section.NEVER, word)) {
            return false;
        }
        if (has(Section.NUMBER, word) && Character.isDigit(text.charAt(next))) {
            return false;
        }
        return !(has(Section.STARTER, word) || initials(word)) || starterAt(text, next);
    }

    /// Letters and inner full stops before a place, in lower case; empty when there are too many to be an abbreviation.
    private static String wordBefore(String text, int end) {
        int start = end;
        while (start > 0 && end - start <= LONGEST && wordPart(text.charAt(start - 1))) {
            start--;
        }
        return end - start > LONGEST ? "" : text.substring(start, end).toLowerCase(Locale.ROOT);
    }

    private static boolean wordPart(char c) {
        return c == '.' || (Character.isLetter(c) && !Glyphs.han(c));
    }

    /// One letter, or letters with a full stop after each but the last.
    private static boolean initials(String word) {
        for (int i = 1; i < word.length(); i += 2) {
            if (word.charAt(i) != '.') {
                return false;
            }
        }
        return word.length() % 2 == 1;
    }

    private static boolean starterAt(String text, int next) {
        int start = next;
        while (start < text.length() && !Character.isLetterOrDigit(text.charAt(start)) && start - next < 3) {
            start++;
        }
        int end = start;
        while (end < text.length() && end - start < LONGEST && Character.isLetter(text.charAt(end))) {
            end++;
        }
        boolean stopped = end < text.length() && text.charAt(end) == '.';
        return !stopped && has(Section.STARTERS, text.substring(start, end).toLowerCase(Locale.ROOT));
    }

    private static boolean has(Section section, String word) {
        return WORDS.getOrDefault(section, Set.of()).contains(word);
    }

    private static Map<Section, Set<String>> read() {
        Map<Section, Set<String>> words = new EnumMap<>(Section.class);
        Set<String> current = new HashSet<>();
        for (String line : resource().lines().toList()) {
            for (Section section : Section.values()) {
                if (line.equals(section.heading)) {
                    current = words.computeIfAbsent(section, _ -> new HashSet<>());
                }
            }
            if (!line.isBlank() && !line.startsWith("#") && !line.startsWith("[")) {
                current.addAll(Set.of(line.split(" ")));
            }
        }
        return words;
    }

    private static String resource() {
        try (InputStream in = Objects
                .requireNonNull(Abbreviations.class.getResourceAsStream("/article/abbreviations.txt"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
