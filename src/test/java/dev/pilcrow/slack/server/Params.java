package dev.pilcrow.slack.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pilcrow.standin.Json;
import java.io.IOException;
import java.net.URLDecoder;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The parameters of a request. Objects may be written as strings of JSON, as forms have them.
record Params(ObjectNode all) {

    static Params read(@Nullable String query, @Nullable String type, byte[] body) {
        ObjectNode all = Json.object();
        form(query == null ? "" : query, all);
        String kind = type == null ? "" : type.toLowerCase(Locale.ROOT);
        if (kind.startsWith("application/json")) {
            json(body, all);
        } else if (body.length > 0 && !kind.startsWith("application/x-www-form-urlencoded")) {
            throw new Refusal("invalid_form_data");
        } else {
            form(new String(body, UTF_8), all);
        }
        return new Params(all);
    }

    private static void json(byte[] body, ObjectNode all) {
        try {
            if (Json.read(body) instanceof ObjectNode object) {
                all.setAll(object);
                return;
            }
        } catch (IOException _) {
            throw new Refusal("invalid_json");
        }
        throw new Refusal("json_not_object");
    }

    private static void form(String text, ObjectNode all) {
        for (String pair : text.split("&")) {
            String[] parts = pair.split("=", 2);
            if (!parts[0].isEmpty()) {
                all.put(URLDecoder.decode(parts[0], UTF_8), parts.length < 2 ? "" : URLDecoder.decode(parts[1], UTF_8));
            }
        }
    }

    boolean has(String name) {
        return all.hasNonNull(name) && !(all.get(name).isTextual() && all.get(name).asText().isEmpty());
    }

    /// The string; empty when there is none.
    String text(String name) {
        return all.path(name).asText("");
    }

    int number(String name, int otherwise) {
        if (!has(name)) {
            return otherwise;
        }
        try {
            return Integer.parseInt(text(name));
        } catch (NumberFormatException _) {
            throw new Refusal("invalid_arguments");
        }
    }

    boolean flag(String name) {
        return text(name).equals("true") || text(name).equals("1");
    }

    /// Does it say no, and not just nothing?
    boolean denies(String name) {
        return text(name).equals("false") || text(name).equals("0");
    }

    /// The strings of a list, also when they are written with commas between them.
    List<String> list(String name) {
        String text = text(name);
        return !has(name) || all.get(name).isArray() || text.startsWith("[")
                ? tree(name, "invalid_arguments").valueStream().map(JsonNode::asText).toList()
                : List.of(text.split(","));
    }

    /// The object or list, also when it is written as a string.
    ///
    /// @param otherwise the error when it is neither
    JsonNode tree(String name, String otherwise) {
        JsonNode value = all.get(name);
        if (value == null || value.isNull()) {
            return JsonNodeFactory.instance.missingNode();
        }
        try {
            JsonNode tree = value.isTextual() ? Json.read(value.asText()) : value;
            if (tree.isContainerNode()) {
                return tree;
            }
        } catch (JsonProcessingException _) {
            // Refused below, as whatever else is no tree.
        }
        throw new Refusal(otherwise);
    }
}
