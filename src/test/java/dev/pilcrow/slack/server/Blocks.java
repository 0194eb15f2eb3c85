package dev.pilcrow.slack.server;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// Reads blocks as people see them.
final class Blocks {

    private final boolean marked;

    private Blocks(boolean marked) {
        this.marked = marked;
    }

    /// The text, a line for each block and each part of it.
    static String text(JsonNode blocks) {
        return new Blocks(false).lines(blocks);
    }

    /// The text with `**` around what is bold.
    static String marked(JsonNode blocks) {
        return new Blocks(true).lines(blocks);
    }

    /// How many characters all texts have, labels too.
    static int characters(JsonNode node) {
        int sum = node.path("text").isTextual() ? node.path("text").asText().length() : 0;
        for (JsonNode child : node) {
            sum += characters(child);
        }
        return sum;
    }

    /// About what Slack measures: all characters, and the objects around them.
    static int weight(JsonNode node) {
        int sum = node.path("text").isTextual() ? node.path("text").asText().length() : 0;
        for (JsonNode child : node) {
            sum += weight(child);
        }
        return node.isObject() ? sum + Limits.PIECE : sum;
    }

    /// The stretches of rich text that are bold.
    static List<String> bold(JsonNode node) {
        List<String> found = new ArrayList<>();
        if (node.path("style").path("bold").asBoolean() && node.has("text")) {
            found.add(node.path("text").asText());
        }
        node.forEach(child -> found.addAll(bold(child)));
        return found;
    }

    /// What stands there when the marks of text are undone.
    static String unescaped(String text) {
        return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
    }

    private String lines(JsonNode blocks) {
        return blocks.valueStream().map(this::block).filter(line -> !line.isEmpty()).collect(Collectors.joining("\n"));
    }

    private String block(JsonNode block) {
        return switch (block.path("type").asText()) {
            case "section" -> {
                List<String> lines = new ArrayList<>();
                if (block.has("text")) {
                    lines.add(object(block.path("text")));
                }
                block.path("fields").forEach(field -> lines.add(object(field)));
                yield String.join("\n", lines);
            }
            case "header", "markdown" -> object(block.path("text"));
            case "context" -> block.path("elements").valueStream().map(Blocks::object).collect(Collectors.joining(" "));
            case "input" -> object(block.path("label"));
            case "rich_text" ->
                block.path("elements").valueStream().map(this::part).collect(Collectors.joining("\n"));
            default -> "";
        };
    }

    private static String object(JsonNode text) {
        return unescaped(text.isTextual() ? text.asText() : text.path("text").asText());
    }

    private String part(JsonNode part) {
        return switch (part.path("type").asText()) {
            case "rich_text_quote" -> "> " + words(part).replace("\n", "\n> ");
            case "rich_text_list" -> {
                List<String> items = new ArrayList<>();
                boolean ordered = part.path("style").asText().equals("ordered");
                int number = part.path("offset").asInt() + 1;
                for (JsonNode item : part.path("elements")) {
                    items.add((ordered ? number++ + ". " : "• ") + words(item));
                }
                yield String.join("\n", items);
            }
            default -> words(part);
        };
    }

    private String words(JsonNode part) {
        return part.path("elements").valueStream().map(this::word).collect(Collectors.joining());
    }

    private String word(JsonNode element) {
        String text = switch (element.path("type").asText()) {
            case "emoji" -> ":" + element.path("name").asText() + ":";
            case "user" -> "<@" + element.path("user_id").asText() + ">";
            case "link" -> element.path("text").asText(element.path("url").asText());
            default -> element.path("text").asText();
        };
        return marked && element.path("style").path("bold").asBoolean() ? "**" + text + "**" : text;
    }
}
