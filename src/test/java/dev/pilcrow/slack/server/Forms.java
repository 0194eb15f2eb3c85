package dev.pilcrow.slack.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pilcrow.standin.Json;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/// Fills forms in.
final class Forms {

    private Forms() {
    }

    /// What is filled in, as a view's `state`.
    ///
    /// @param values by action id; for something chosen its value or its label
    static ObjectNode state(View view, Map<String, String> values) {
        ObjectNode state = Json.object();
        ObjectNode filled = state.putObject("values");
        Set<String> left = new HashSet<>(values.keySet());
        for (JsonNode block : view.json().path("blocks")) {
            if (block.path("type").asText().equals("input")) {
                JsonNode element = block.path("element");
                String actionId = element.path("action_id").asText();
                String value = values.getOrDefault(actionId, element.path("initial_value").asText());
                if (value.isEmpty() && !block.path("optional").asBoolean()) {
                    throw new AssertionError("the app demands " + actionId);
                }
                left.remove(actionId);
                filled.putObject(block.path("block_id").asText()).set(actionId, field(element, value));
            }
        }
        if (!left.isEmpty()) {
            throw new AssertionError("there is no place for " + left);
        }
        return state;
    }

    private static ObjectNode field(JsonNode element, String value) {
        String type = element.path("type").asText();
        ObjectNode field = Json.object().put("type", type);
        if (!element.has("options")) {
            return value.isEmpty() ? field.putNull("value") : field.put("value", value);
        }
        JsonNode chosen = element.path("options").valueStream()
                .filter(option -> option.path("value").asText().equals(value)
                        || option.path("text").path("text").asText().equals(value))
                .findFirst().orElse(null);
        if (chosen == null && !value.isEmpty()) {
            throw new AssertionError("there is no choice " + value);
        }
        if (type.equals("checkboxes")) {
            var list = field.putArray("selected_options");
            if (chosen != null) {
                list.add(chosen);
            }
            return field;
        }
        return field.set("selected_option", chosen);
    }
}
