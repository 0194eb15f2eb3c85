package dev.pilcrow.evaluation;

import dev.pilcrow.article.Language;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/// The questions that the benchmark asks. Immutable.
///
/// @param all in both languages
record BenchQuestions(List<String> all) {

    private static final String RESOURCE = "/evaluation/bench-questions.txt";

    static BenchQuestions shipped() {
        try (BufferedReader reader = new BufferedReader(
                new InputStreamReader(Objects.requireNonNull(BenchQuestions.class.getResourceAsStream(RESOURCE)),
                        StandardCharsets.UTF_8))) {
            Stream<String> lines = reader.lines().filter(line -> !line.isBlank() && !line.startsWith("#"));
            return new BenchQuestions(lines.toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Those in one language.
    List<String> in(Language language) {
        return all.stream().filter(question -> language(question) == language).toList();
    }

    private static Language language(String question) {
        return question.codePoints().anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN)
                ? Language.CHINESE
                : Language.ENGLISH;
    }
}
