package dev.pilcrow.telegram.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pilcrow.standin.Json;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The methods that change what stands in a chat.
final class Editing {

    private static final Duration DELETABLE = Duration.ofDays(2);
    private static final String SAME = "message is not modified: specified new message content and reply markup are "
            + "exactly the same as a current content and reply markup of the message";

    private final World world;
    private final Targets targets;
    private final Sending sending;
    private final Flood flood;

    Editing(World world, Targets targets, Sending sending, Flood flood) {
        this.world = world;
        this.targets = targets;
        this.sending = sending;
        this.flood = flood;
    }

    JsonNode editMessageText(Params params) {
        Chat chat = targets.writable(params);
        Formatted text = sending.formatted(params, "MESSAGE_TOO_LONG");
        JsonNode keyboard = Keyboards.keyboard(params, world.violations());
        flood.count(chat);
        synchronized (world) {
            ChatMessage old = own(chat, params);
            ObjectNode json = old.json().deepCopy();
            json.remove("entities");
            json.remove("link_preview_options");
            json.remove("reply_markup");
            return changed(old, json.setAll(Sending.content(text, keyboard, params)));
        }
    }

    JsonNode editMessageReplyMarkup(Params params) {
        Chat chat = targets.writable(params);
        JsonNode keyboard = Keyboards.keyboard(params, world.violations());
        flood.count(chat);
        synchronized (world) {
            ChatMessage old = own(chat, params);
            return changed(old, withKeyboard(old.json().deepCopy(), keyboard));
        }
    }

    JsonNode deleteMessage(Params params) {
        Chat chat = targets.writable(params);
        synchronized (world) {
            ChatMessage message = targets.message(chat, params, "message to delete not found");
            Instant written = Instant.ofEpochSecond(message.json().path("date").asLong());
            boolean may = message.byBot() || chat.kind() == Chat.Kind.PRIVATE
                    || chat.standing() == Standing.ADMINISTRATOR;
            if (!may || written.plus(DELETABLE).isBefore(world.now())) {
                throw Refusal.badRequest("message can't be deleted");
            }
            chat.log().delete(message.id());
            return BooleanNode.TRUE;
        }
    }

    private ChatMessage own(Chat chat, Params params) {
        ChatMessage message = targets.message(chat, params, "message to edit not found");
        if (!message.byBot()) {
            throw Refusal.badRequest("message can't be edited");
        }
        return message;
    }

    private JsonNode changed(ChatMessage old, ObjectNode json) {
        if (content(json).equals(content(old.json()))) {
            throw Refusal.badRequest(SAME);
        }
        json.put("edit_date", world.now().getEpochSecond());
        ChatMessage message = new ChatMessage(old.chat(), old.author(), json, old.replyTo(), old.edits() + 1);
        old.chat().log().put(message);
        return Scenes.wire(message);
    }

    private static ObjectNode content(ObjectNode json) {
        ObjectNode content = Json.object();
        for (String field : new String[]{"text", "entities", "reply_markup"}) {
            content.set(field, json.path(field));
        }
        return content;
    }

    private static ObjectNode withKeyboard(ObjectNode json, @Nullable JsonNode keyboard) {
        if (keyboard == null) {
            json.remove("reply_markup");
        } else {
            json.set("reply_markup", keyboard);
        }
        return json;
    }
}
