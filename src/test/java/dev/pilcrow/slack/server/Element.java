package dev.pilcrow.slack.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pilcrow.standin.Json;
import java.util.ArrayList;
import java.util.List;

/// Something that can be pressed or chosen.
///
/// @param label what stands on it
/// @param value what it sends; empty for none
/// @param json the element that it is, or is a part of
public record Element(String label, String actionId, String blockId, String value, JsonNode json) {

    /// Everything in blocks that can be pressed or chosen, in order.
    static List<Element> all(JsonNode blocks) {
        List<Element> found = new ArrayList<>();
        for (JsonNode block : blocks) {
            String blockId = block.path("block_id").asText();
            block.path("elements").forEach(element -> add(found, blockId, element));
            if (block.has("accessory")) {
                add(found, blockId, block.path("accessory"));
            }
        }
        return found;
    }

    private static void add(List<Element> found, String blockId, JsonNode element) {
        switch (element.path("type").asText()) {
            case "button", "icon_button" -> found.add(of(blockId, element, element));
            case "feedback_buttons" -> {
                found.add(of(blockId, element, element.path("positive_button")));
                found.add(of(blockId, element, element.path("negative_button")));
            }
            case "static_select", "overflow", "radio_buttons" ->
                element.path("options").forEach(option -> found.add(of(blockId, element, option)));
            default -> {
                // Words, which cannot be pressed.
            }
        }
    }

    private static Element of(String blockId, JsonNode element, JsonNode part) {
        return new Element(part.path("text").path("text").asText(), element.path("action_id").asText(), blockId,
                part.path("value").asText(), element);
    }

    /// Has it this label or this action id?
    boolean is(String labelOrActionId) {
        return label.equals(labelOrActionId) || actionId.equals(labelOrActionId);
    }

    /// What the bot is told when it is pressed.
    ObjectNode action(String at) {
        String type = json.path("type").asText();
        ObjectNode action = Json.object().put("type", type).put("action_id", actionId).put("block_id", blockId)
                .put("action_ts", at);
        if (json.has("options")) {
            ObjectNode option = action.putObject("selected_option").put("value", value);
            option.putObject("text").put("type", "plain_text").put("text", label).put("emoji", true);
            return action;
        }
        if (!value.isEmpty()) {
            action.put("value", value);
        }
        if (!type.equals("icon_button")) {
            action.putObject("text").put("type", "plain_text").put("text", label).put("emoji", true);
        }
        return action;
    }
}
