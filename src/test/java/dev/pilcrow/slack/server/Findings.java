package dev.pilcrow.slack.server;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// What is wrong with a tree of JSON, in sentences that begin with the place of it.
final class Findings {

    private final List<String> sentences = new ArrayList<>();

    void add(String path, String what) {
        sentences.add(path + " " + what);
    }

    List<String> all() {
        return List.copyOf(sentences);
    }

    /// Only these fields may be there, with `type`; those that end with `!` must.
    void fields(String path, JsonNode node, String... fields) {
        Set<String> known = new HashSet<>(Set.of("type"));
        for (String field : fields) {
            String name = field.replace("!", "");
            known.add(name);
            if (field.endsWith("!") && !node.hasNonNull(name)) {
                add(path, "lacks " + name);
            }
        }
        node.fieldNames().forEachRemaining(name -> {
            if (!known.contains(name)) {
                add(path, "has an unknown field " + name);
            }
        });
    }

    /// A string, if it is there, is of this length.
    void length(String path, JsonNode node, String field, int least, int most) {
        JsonNode value = node.path(field);
        if (value.isMissingNode()) {
            return;
        }
        if (!value.isTextual()) {
            add(path + "." + field, "is no string");
        } else if (value.asText().length() < least || value.asText().length() > most) {
            add(path + "." + field, "has " + value.asText().length() + " characters, not " + least + " to " + most);
        }
    }

    /// A list, if it is there, is of this size.
    void size(String path, JsonNode list, int least, int most) {
        if (!list.isMissingNode() && (!list.isArray() || list.size() < least || list.size() > most)) {
            add(path, "has " + list.size() + " items, not " + least + " to " + most);
        }
    }

    /// A text object, if it is there, is as documented.
    void text(String path, JsonNode text, int most, boolean plain) {
        if (text.isMissingNode()) {
            return;
        }
        String type = text.path("type").asText();
        if (!type.equals("plain_text") && (plain || !type.equals("mrkdwn"))) {
            add(path, "is of type " + type);
        }
        fields(path, text, "text!", type.equals("mrkdwn") ? "verbatim" : "emoji");
        length(path, text, "text", 1, most);
    }

    /// A name is one of these, if it is there.
    void oneOf(String path, JsonNode node, String field, String... names) {
        if (node.has(field) && !List.of(names).contains(node.path(field).asText())) {
            add(path + "." + field, "is " + node.path(field));
        }
    }
}
