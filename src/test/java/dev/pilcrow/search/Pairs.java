package dev.pilcrow.search;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// The pairs of sentences and questions in `src/evaluation` that say the same in English and Chinese, each beside one of
/// another pair.
public final class Pairs {

    /// A text, its translation, and a text that says something else in the language of the translation.
    public record Pair(String text, String translation, String other) {
    }

    private Pairs() {
    }

    /// The pairs of a kind, with the texts in one language and the translations in the other.
    ///
    /// @param from `en` or `zh`
    public static List<Pair> read(String kind, String from) throws IOException {
        String to = from.equals("en") ? "zh" : "en";
        List<JsonNode> rows = new ArrayList<>();
        for (String file : List.of("parallel-en-zh.jsonl", "parallel-own.jsonl")) {
            for (String line : Files.readAllLines(Path.of("src", "evaluation", file))) {
                JsonNode row = new JsonMapper().readTree(line);
                if (row.path("kind").asText().equals(kind)) {
                    rows.add(row);
                }
            }
        }
        Random random = new Random(9);
        List<Pair> pairs = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            int other = (i + 1 + random.nextInt(rows.size() - 1)) % rows.size();
            pairs.add(new Pair(text(rows.get(i), from), text(rows.get(i), to), text(rows.get(other), to)));
        }
        return pairs;
    }

    private static String text(JsonNode row, String language) {
        return row.path(language).asText().replaceAll("\\R", " ");
    }
}
