package dev.pilcrow.model;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// A request as the provider sees it.
///
/// @param messages the messages in order; the separate system text of Anthropic is the first, with the role `system`
/// @param headers by their names in lower case
/// @param body the whole JSON
public record Asked(Wire wire, boolean streamed, String model, List<Turn> messages, Map<String, String> headers,
        JsonNode body) {

    /// A message of the request.
    ///
    /// @param text the text blocks, joined by line breaks
    public record Turn(String role, String text) {
    }

    public Asked {
        messages = List.copyOf(messages);
        headers = Map.copyOf(headers);
    }

    static Asked read(Wire wire, Map<String, String> headers, JsonNode body) {
        List<Turn> messages = new ArrayList<>();
        if (wire == Wire.ANTHROPIC && body.has("system")) {
            messages.add(new Turn("system", text(body.path("system"))));
        }
        for (JsonNode message : body.path("messages")) {
            messages.add(new Turn(message.path("role").asText(), text(message.path("content"))));
        }
        boolean streamed = body.path("stream").asBoolean(wire.streamsUnasked());
        return new Asked(wire, streamed, body.path("model").asText(), messages, headers, body);
    }

    private static String text(JsonNode content) {
        if (!content.isArray()) {
            return content.asText();
        }
        List<String> blocks = new ArrayList<>();
        for (JsonNode block : content) {
            if (block.path("type").asText().equals("text")) {
                blocks.add(block.path("text").asText());
            }
        }
        return String.join("\n", blocks);
    }

    /// All messages, joined by line breaks.
    public String text() {
        return messages.stream().map(Turn::text).collect(Collectors.joining("\n"));
    }
}
