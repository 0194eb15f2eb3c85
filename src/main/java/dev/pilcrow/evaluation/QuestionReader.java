package dev.pilcrow.evaluation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.pilcrow.article.Article;
import dev.pilcrow.evaluation.QuestionRow.Answerable;
import dev.pilcrow.wording.BadUseException;
import dev.pilcrow.wording.Phrase;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Reads the lines of one file of questions. `id` and `question` have to be there; what else is there has to be of its
/// type. Not thread-safe.
final class QuestionReader {

    private static final ObjectReader JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build().readerFor(JsonNode.class);

    private final Path file;
    private final QuestionFile.Articles articles;
    private final Article usual;
    private final Map<Path, Article> opened = new HashMap<>();

    QuestionReader(Path file, QuestionFile.Articles articles, Article usual) {
        this.file = file;
        this.articles = articles;
        this.usual = usual;
    }

    QuestionRow read(String line) throws BadUseException {
        JsonNode row = json(line);
        List<String> passages = texts(row.path("passages"), "passages");
        Article article = row.hasNonNull("article") ? article(text(row, "article")) : usual;
        return new QuestionRow(id(row), row.hasNonNull("kind") ? text(row, "kind") : "", text(row, "question"),
                texts(row.path("history"), "history"), article, answerable(row, passages), passages, groups(row));
    }

    private static JsonNode json(String line) throws BadUseException {
        try {
            JsonNode row = JSON.readTree(line);
            if (row.isObject()) {
                return row;
            }
            throw new BadUseException(Phrase.ROW_NOT_OBJECT);
        } catch (JsonProcessingException broken) {
            throw new BadUseException(Phrase.ROW_NOT_JSON);
        }
    }

    private static String id(JsonNode row) throws BadUseException {
        String id = text(row, "id");
        if (id.isBlank()) {
            throw new BadUseException(Phrase.ROW_MISSING, "id");
        }
        return id;
    }

    private static String text(JsonNode row, String field) throws BadUseException {
        JsonNode value = row.path(field);
        if (value.isMissingNode() || value.isNull()) {
            throw new BadUseException(Phrase.ROW_MISSING, field);
        }
        if (!value.isTextual()) {
            throw new BadUseException(Phrase.ROW_TEXT, field);
        }
        return value.textValue();
    }

    private static List<String> texts(JsonNode values, String field) throws BadUseException {
        List<String> texts = new ArrayList<>();
        for (JsonNode value : values) {
            if (!value.isTextual()) {
                throw new BadUseException(Phrase.ROW_TEXTS, field);
            }
            texts.add(value.textValue());
        }
        if (!values.isArray() && !values.isMissingNode() && !values.isNull()) {
            throw new BadUseException(Phrase.ROW_TEXTS, field);
        }
        return texts;
    }

    private static List<List<String>> groups(JsonNode row) throws BadUseException {
        JsonNode values = row.path("answer");
        List<List<String>> groups = new ArrayList<>();
        for (JsonNode group : values) {
            if (!group.isArray()) {
                throw new BadUseException(Phrase.ROW_GROUPS, "answer");
            }
            groups.add(texts(group, "answer"));
        }
        if (!values.isArray() && !values.isMissingNode() && !values.isNull()) {
            throw new BadUseException(Phrase.ROW_GROUPS, "answer");
        }
        return groups;
    }

    /// A row with a right passage is answerable, whether it says so or not.
    private static Answerable answerable(JsonNode row, List<String> passages) throws BadUseException {
        JsonNode value = row.path("answerable");
        if (value.isMissingNode() || value.isNull()) {
            return passages.isEmpty() ? Answerable.UNKNOWN : Answerable.YES;
        }
        if (!value.isBoolean()) {
            throw new BadUseException(Phrase.ROW_FLAG, "answerable");
        }
        return value.booleanValue() ? Answerable.YES : Answerable.NO;
    }

    private Article article(String name) throws BadUseException {
        Path path;
        try {
            path = file.resolveSibling(name).normalize();
        } catch (InvalidPathException noPath) {
            throw new BadUseException(Phrase.ARTICLE_MISSING, name);
        }
        Article article = opened.get(path);
        if (article == null) {
            article = articles.open(path);
            opened.put(path, article);
        }
        return article;
    }
}
