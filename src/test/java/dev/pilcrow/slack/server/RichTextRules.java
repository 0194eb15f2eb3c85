package dev.pilcrow.slack.server;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;

/// What the documents say of rich text.
final class RichTextRules {

    private static final Set<String> STYLES = Set.of("bold", "italic", "strike", "code", "underline", "highlight",
            "client_highlight", "unlink");

    private final Findings findings;

    RichTextRules(Findings findings) {
        this.findings = findings;
    }

    /// Checks what stands directly in a block.
    void all(String path, JsonNode parts) {
        for (int i = 0; i < parts.size(); i++) {
            part(path + ".elements[" + i + "]", parts.get(i));
        }
    }

    private void part(String path, JsonNode part) {
        switch (part.path("type").asText()) {
            case "rich_text_section" -> words(path, part, "elements!");
            case "rich_text_quote", "rich_text_preformatted" -> words(path, part, "elements!", "border");
            case "rich_text_list" -> {
                findings.fields(path, part, "style!", "elements!", "indent", "offset", "border");
                findings.oneOf(path, part, "style", "bullet", "ordered");
                findings.size(path + ".elements", part.path("elements"), 1, Integer.MAX_VALUE);
                if (part.path("indent").asInt() > Limits.INDENT) {
                    findings.add(path, "is indented too far");
                }
                part.path("elements").forEach(item -> {
                    if (!item.path("type").asText().equals("rich_text_section")) {
                        findings.add(path, "has an item of type " + item.path("type"));
                    }
                    words(path + ".elements", item, "elements!");
                });
            }
            default -> findings.add(path, "is of the unknown type " + part.path("type"));
        }
    }

    private void words(String path, JsonNode part, String... fields) {
        findings.fields(path, part, fields);
        findings.size(path + ".elements", part.path("elements"), 0, Integer.MAX_VALUE);
        part.path("elements").forEach(element -> word(path + ".elements", element));
    }

    private void word(String path, JsonNode element) {
        switch (element.path("type").asText()) {
            case "text" -> findings.fields(path, element, "text!", "style");
            case "link" -> findings.fields(path, element, "url!", "text", "unsafe", "style");
            case "emoji" -> findings.fields(path, element, "name!", "unicode", "skin_tone");
            case "user" -> findings.fields(path, element, "user_id!", "style");
            case "usergroup" -> findings.fields(path, element, "usergroup_id!", "style");
            case "channel" -> findings.fields(path, element, "channel_id!", "style");
            case "broadcast" -> findings.fields(path, element, "range!", "style");
            case "color" -> findings.fields(path, element, "value!");
            case "date" -> findings.fields(path, element, "timestamp!", "format!", "url", "fallback", "style");
            default -> findings.add(path, "is of the unknown type " + element.path("type"));
        }
        findings.length(path, element, "text", 1, Integer.MAX_VALUE);
        element.path("style").forEachEntry((style, value) -> {
            if (!STYLES.contains(style) || !value.isBoolean()) {
                findings.add(path, "has the style " + style + " " + value);
            }
        });
    }
}
