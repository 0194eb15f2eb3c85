package dev.pilcrow.answer;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/// What a reader wants, when it is not the answer to a question about something in the article.
enum Request {

    /// A greeting or a question about the bot.
    CHAT,
    /// Something to do for the bot other than to answer from the article.
    INSTRUCTION,
    /// What the whole article says.
    SUMMARY,
    /// Who wrote it, where and when it was published.
    BYLINE,
    /// Which people, media, companies or other organisations it names.
    LIST_PEOPLE, LIST_MEDIA, LIST_COMPANIES, LIST_ORGANISATIONS,
    /// Everything that somebody says.
    SAID_BY,
    /// An answer to a question.
    ANSWER;

    private record Rule(Request request, Pattern pattern) {
    }

    private static final class Shared {
        static final List<Rule> RULES = patterns("/answer/requests.tsv").stream()
                .map(cells -> new Rule(Request.valueOf(cells[0]), Pattern.compile(cells[1]))).toList();
    }

    /// What a folded question wants.
    static Request of(String folded) {
        String stripped = folded.strip();
        return Shared.RULES.stream().filter(rule -> rule.pattern().matcher(stripped).find()).findFirst()
                .map(Rule::request).orElse(ANSWER);
    }

    /// The rows of a table of patterns on the class path: cells between tabs, lines that begin with `#` left out.
    static List<String[]> patterns(String resource) {
        try (BufferedReader reader = new BufferedReader(
                new InputStreamReader(Objects.requireNonNull(Request.class.getResourceAsStream(resource), resource),
                        StandardCharsets.UTF_8))) {
            return reader.lines().filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split("\t")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
