package dev.pilcrow.desk;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Tells whether words that call nobody are a question. Immutable.
final class Meaning {

    private static final String WORDS = "/desk/question-words.txt";
    private static final Pattern MARKED = Pattern.compile("[?？][\\s”」』’\"'）)》!！~～\\p{So}]*$");
    private static final Pattern HAN = Pattern.compile("\\p{IsHan}");

    private final Pattern words;

    private Meaning(Pattern words) {
        this.words = words;
    }

    /// With the words of the packaged list: Chinese ones, which may stand anywhere, and others, which begin a question.
    static Meaning packaged() {
        try (InputStream list = Objects.requireNonNull(Meaning.class.getResourceAsStream(WORDS))) {
            return new Meaning(Pattern.compile(new String(list.readAllBytes(), StandardCharsets.UTF_8).lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(word -> HAN.matcher(word).find() ? word : "^" + word + "\\b")
                    .collect(Collectors.joining("|")), Pattern.CASE_INSENSITIVE));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    boolean isQuestion(String text) {
        String line = text.strip();
        return MARKED.matcher(line).find() || words.matcher(line).find();
    }
}
