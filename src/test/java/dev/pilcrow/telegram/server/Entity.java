package dev.pilcrow.telegram.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pilcrow.standin.Json;

/// A part of a text that is shown in a special way, as the Bot API counts: in UTF-16 units.
///
/// @param json all of it, such as the `url` of a `text_link`
public record Entity(String type, int offset, int length, JsonNode json) {

    static Entity of(JsonNode json) {
        return new Entity(json.path("type").asText(), json.path("offset").asInt(), json.path("length").asInt(), json);
    }

    static Entity of(String type, int start, int end) {
        return of(Json.object().put("type", type).put("offset", start).put("length", end - start));
    }

    /// The same entity elsewhere.
    Entity at(int start, int end) {
        return of(json.<ObjectNode>deepCopy().put("offset", start).put("length",
                end - start));
    }

    public int end() {
        return offset + length;
    }

    boolean overlaps(Entity other) {
        return offset < other.end() && other.offset < end();
    }
}
