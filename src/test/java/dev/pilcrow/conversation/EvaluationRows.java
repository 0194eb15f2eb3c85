package dev.pilcrow.conversation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.pilcrow.article.Article;
import dev.pilcrow.article.ArticleReader;
import dev.pilcrow.article.Folding;
import dev.pilcrow.article.UnreadableArticleException;
import dev.pilcrow.search.Samples;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;

/// The rows of the question sets in `src/evaluation`.
public final class EvaluationRows {

    /// A question with what is known of it.
    ///
    /// @param history questions of the same conversation before it
    /// @param passages what only a right paragraph has
    public record Row(String id, String question, List<String> history, Article article, boolean answerable,
            List<String> passages) {

        /// Does a paragraph, by its number, answer?
        public boolean right(int paragraph) {
            String text = letters(article.paragraph(paragraph).text());
            return passages.stream().anyMatch(passage -> text.contains(letters(passage)));
        }

        /// The sets write some spaces and quotation marks otherwise than their articles do.
        private static String letters(String text) {
            return Folding.text(text).codePoints().filter(Character::isLetterOrDigit)
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
        }
    }

    private static final Path FOLDER = Path.of("src", "evaluation");
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private EvaluationRows() {
    }

    /// The first rows of a set.
    ///
    /// @param file its path in `src/evaluation`
    public static List<Row> read(String file, int most) {
        Path set = FOLDER.resolve(file);
        try (var lines = Files.lines(set)) {
            return lines.limit(most).map(line -> row(set, line)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Row row(Path set, String line) {
        try {
            JsonNode row = MAPPER.readTree(line);
            Article article = row.hasNonNull("article")
                    ? new ArticleReader().read(set.resolveSibling(row.get("article").asText()))
                    : Samples.BUILT_IN;
            return new Row(row.get("id").asText(), row.get("question").asText(), strings(row.get("history")), article,
                    row.get("answerable").asBoolean(), strings(row.get("passages")));
        } catch (IOException | UnreadableArticleException e) {
            throw new IllegalArgumentException(line, e);
        }
    }

    private static List<String> strings(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).map(JsonNode::asText).toList();
    }
}
