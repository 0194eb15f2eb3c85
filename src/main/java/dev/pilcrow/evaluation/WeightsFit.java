package dev.pilcrow.evaluation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.pilcrow.answer.Fitting;
import dev.pilcrow.article.Article;
import dev.pilcrow.article.ArticleReader;
import dev.pilcrow.article.Paragraph;
import dev.pilcrow.article.UnreadableArticleException;
import dev.pilcrow.search.Evidence;
import dev.pilcrow.search.IndexedArticle;
import dev.pilcrow.search.Search;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// Gathers questions whose answers are known and fits the weights of the answers on them. Every answerable question is
/// asked twice: of its article, and of the article without the paragraphs that answer it. Not thread-safe.
final class WeightsFit {

    /// Colloquial paraphrases in the project's own sets were made harder than readers ask, so they count less.
    private static final Map<String, Double> BY_KIND = Map.of("paraphrase", 0.4, "followup", 0.0, "multi", 0.3);
    private static final double WITHOUT_PARAGRAPH = 0.5;

    private final Path data;
    private final Search search;
    private final ArticleReader reader = new ArticleReader();
    private final ObjectMapper json = new ObjectMapper();
    private final Map<String, Article> articles = new HashMap<>();
    private final Fitting fitting = new Fitting();

    /// @param data the folder with the question sets
    WeightsFit(Path data, Search search) {
        this.data = data;
        this.search = search;
    }

    /// Adds the rows of a question file.
    void add(Path questions) throws IOException, UnreadableArticleException {
        List<JsonNode> rows = new ArrayList<>();
        for (String line : Files.readAllLines(questions)) {
            if (!line.isBlank()) {
                rows.add(json.readTree(line));
            }
        }
        double weight = 20 / Math.sqrt(rows.size());
        for (JsonNode row : rows) {
            Article article = article(questions, row);
            String name = row.path("article").asText("built-in").replaceAll(".*/|-without.*|\\.txt$", "");
            double share = BY_KIND.getOrDefault(row.path("kind").asText(), 1.0);
            if (row.path("history").isEmpty()) {
                String set = data.relativize(questions).toString();
                boolean answerable = row.path("answerable").asBoolean();
                add(row, article, new Fitting.Known(set, set + name, answerable, weight * share));
                without(row, article).ifPresent(less -> add(row, less, new Fitting.Known(set + " (paragraph left out)",
                        set + name, false, weight * share * WITHOUT_PARAGRAPH)));
            }
        }
    }

    Fitting fitting() {
        return fitting;
    }

    private Article article(Path questions, JsonNode row) throws IOException, UnreadableArticleException {
        if (!row.has("article")) {
            return reader.builtIn();
        }
        Path file = questions.resolveSibling(row.path("article").asText());
        Article known = articles.get(file.toString());
        if (known == null) {
            known = reader.read(file);
            articles.put(file.toString(), known);
        }
        return known;
    }

    private static boolean right(JsonNode row, String paragraph) {
        for (JsonNode passage : row.path("passages")) {
            if (paragraph.contains(passage.asText().replace("\uFEFF", "").strip())) {
                return true;
            }
        }
        return false;
    }

    /// The article without the paragraphs that answer the question, when the article is one of a public set.
    private Optional<Article> without(JsonNode row, Article article) {
        if (!row.path("answerable").asBoolean() || !row.has("article")) {
            return Optional.empty();
        }
        String rest = article.paragraphs().stream().map(Paragraph::text).filter(text -> !right(row, text))
                .collect(Collectors.joining("\n"));
        if (rest.isBlank()) {
            return Optional.empty();
        }
        try {
            return Optional.of(reader.read("rest.txt", rest.getBytes(StandardCharsets.UTF_8)));
        } catch (UnreadableArticleException e) {
            throw new IllegalStateException(e);
        }
    }

    private void add(JsonNode row, Article article, Fitting.Known known) {
        IndexedArticle indexed = search.index(article);
        Evidence evidence = search.find(indexed, row.path("question").asText());
        TreeSet<Integer> right = new TreeSet<>();
        for (Paragraph paragraph : article.paragraphs()) {
            if (right(row, paragraph.text())) {
                right.add(paragraph.number() - 1);
            }
        }
        fitting.add(known, evidence,
                (p, s) -> right.contains(p) && holds(row, evidence.sentences(p).get(s).text()));
    }

    private static boolean holds(JsonNode row, String sentence) {
        String folded = fold(sentence);
        for (JsonNode strings : row.path("answer")) {
            for (JsonNode string : strings) {
                if (folded.contains(fold(string.asText()))) {
                    return true;
                }
            }
        }
        return false;
    }

    private static String fold(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT).codePoints()
                .filter(Character::isLetterOrDigit)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
    }
}
