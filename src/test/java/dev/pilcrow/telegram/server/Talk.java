package dev.pilcrow.telegram.server;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pilcrow.standin.Json;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a person's message can hold, as the fields of a message.
final class Talk {

    private Talk() {
    }

    /// A text with the entities that the server finds in it.
    static ObjectNode text(String text, Account... named) {
        ObjectNode json = Json.object().put("text", text);
        entities(json, "entities", text, named);
        return json;
    }

    static ObjectNode photo(@Nullable String caption) {
        ObjectNode json = Json.object();
        json.putArray("photo").addObject().put("file_id", "AgACAgIAAxkBAAMCZ").put("file_unique_id", "AQADr8MxG")
                .put("width", 90).put("height", 67).put("file_size", 1253);
        if (caption != null) {
            json.put("caption", caption);
            entities(json, "caption_entities", caption);
        }
        return json;
    }

    static ObjectNode voice() {
        ObjectNode json = Json.object();
        json.putObject("voice").put("file_id", "AwACAgIAAxkBAAMDZ").put("file_unique_id", "AgADs8MxG")
                .put("duration", 2)
                .put("mime_type", "audio/ogg");
        return json;
    }

    static ObjectNode sticker() {
        ObjectNode json = Json.object();
        json.putObject("sticker").put("file_id", "CAACAgIAAxkBAAMEZ").put("file_unique_id", "AgADt8MxG")
                .put("type", "regular").put("width", 512).put("height", 512).put("is_animated", false)
                .put("is_video", false).put("emoji", "👍");
        return json;
    }

    /// What another message held, with where it came from.
    static ObjectNode forward(ChatMessage message) {
        ObjectNode json = Json.object();
        for (String part : List.of("text", "entities", "caption", "caption_entities", "photo", "voice", "sticker")) {
            if (message.json().has(part)) {
                json.set(part, message.json().get(part));
            }
        }
        json.set("forward_origin", origin(message));
        return json;
    }

    private static ObjectNode origin(ChatMessage message) {
        ObjectNode origin = Json.object().put("date", message.json().path("date").asLong());
        if (message.chat().kind() == Chat.Kind.CHANNEL) {
            origin.put("type", "channel").put("message_id", message.id()).set("chat", message.chat().json());
        } else {
            origin.put("type", "user").set("sender_user", message.author().json());
        }
        return origin;
    }

    private static void entities(ObjectNode json, String field, String text, Account... named) {
        List<Entity> entities = new ArrayList<>();
        for (Account one : named) {
            int start = text.indexOf(one.firstName());
            Entity mention = Entity.of("text_mention", start, start + one.firstName().length());
            ((ObjectNode) mention.json()).set("user", one.json());
            entities.add(mention);
        }
        entities.addAll(Detection.entities(text, entities));
        entities.sort(Comparator.comparingInt(Entity::offset));
        if (!entities.isEmpty()) {
            var list = json.putArray(field);
            entities.forEach(entity -> list.add(entity.json()));
        }
    }
}
