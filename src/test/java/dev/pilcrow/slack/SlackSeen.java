package dev.pilcrow.slack;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pilcrow.slack.server.SlackMessage;
import dev.pilcrow.slack.server.View;
import dev.pilcrow.transcript.Transcript;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// What the bot shows as it looks in an app, in plain text: bold words between asterisks, words to write between backticks,
/// a bar before what is quoted, and the buttons in the rows that they stand in; in a window also what can be chosen, and
/// what can be filled in.
final class SlackSeen {

    private SlackSeen() {
    }

    static String message(SlackMessage message) {
        JsonNode blocks = message.json().path("blocks");
        return Transcript.indented(blocks.isEmpty() ? message.text().lines().toList() : lines(blocks));
    }

    static String view(View view) {
        List<String> lines = lines(view.json().path("blocks"));
        if (!view.submit().isEmpty()) {
            lines.add(button(view.submit()));
        }
        return Transcript.indented(lines);
    }

    /// What is suggested, under what stands above it.
    static String prompts(JsonNode request) {
        List<String> lines = new ArrayList<>();
        lines.add(request.path("title").asText());
        SlackJson.read(request.path("prompts").asText())
                .forEach(prompt -> lines.add(button(prompt.path("title").asText())));
        return Transcript.indented(lines);
    }

    private static List<String> lines(JsonNode blocks) {
        List<String> lines = new ArrayList<>();
        for (JsonNode block : blocks) {
            switch (block.path("type").asText()) {
                case "rich_text" -> block.path("elements").forEach(part -> lines.addAll(part(part)));
                case "actions", "context_actions" -> lines.add(row(block.path("elements")));
                case "input" -> lines.addAll(input(block));
                default -> throw new AssertionError("how does this look? " + block);
            }
        }
        return lines;
    }

    private static List<String> part(JsonNode part) {
        String bar = part.path("type").asText().equals("rich_text_quote") ? "│ " : "";
        return part.path("elements").valueStream().map(SlackSeen::words).collect(Collectors.joining()).lines()
                .map(line -> bar + line).toList();
    }

    private static String words(JsonNode element) {
        String text = element.path("text").asText();
        JsonNode style = element.path("style");
        return style.path("bold").asBoolean()
                ? "*" + text + "*"
                : style.path("code").asBoolean() ? "`" + text + "`" : text;
    }

    private static String row(JsonNode elements) {
        List<String> labels = new ArrayList<>();
        elements.forEach(element -> {
            if (element.path("type").asText().equals("feedback_buttons")) {
                labels.add(element.path("positive_button").path("text").path("text").asText());
                labels.add(element.path("negative_button").path("text").path("text").asText());
            } else {
                labels.add(element.path("text").path("text").asText());
            }
        });
        return labels.stream().map(SlackSeen::button).collect(Collectors.joining(" "));
    }

    private static List<String> input(JsonNode block) {
        List<String> lines = new ArrayList<>(List.of(block.path("label").path("text").asText() + ":"));
        JsonNode options = block.path("element").path("options");
        options.forEach(option -> lines.add("○ " + option.path("text").path("text").asText()));
        if (options.isEmpty()) {
            lines.add("________");
        }
        return lines;
    }

    private static String button(String label) {
        return "⟨" + label + "⟩";
    }
}
