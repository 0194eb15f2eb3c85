package dev.pilcrow.telegram.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pilcrow.standin.Json;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The methods that say something in a chat.
final class Sending {

    private static final int LONGEST_QUOTE = 1024;
    private static final Set<String> ACTIONS = Set.of("typing", "upload_photo", "record_video", "upload_video",
            "record_voice", "upload_voice", "upload_document", "choose_sticker", "find_location", "record_video_note",
            "upload_video_note");

    private final World world;
    private final Targets targets;
    private final Flood flood;

    Sending(World world, Targets targets, Flood flood) {
        this.world = world;
        this.targets = targets;
        this.flood = flood;
    }

    JsonNode sendMessage(Params params) {
        Chat chat = targets.writable(params);
        Formatted text = formatted(params, "message is too long");
        JsonNode keyboard = Keyboards.keyboard(params, world.violations());
        flood.count(chat);
        synchronized (world) {
            Where where = targets.where(chat, params);
            ChatMessage replied = targets.replied(chat, params);
            ObjectNode content = content(text, keyboard, params);
            quote(content, replied, params);
            chat.draft("");
            if (replied != null && replied.chat() != chat) {
                replied = null;
            }
            return Scenes.wire(world.scenes().add(world.bot(), where, replied, content));
        }
    }

    JsonNode sendMessageDraft(Params params) {
        Chat chat = targets.writable(params);
        if (chat.kind() != Chat.Kind.PRIVATE) {
            throw Refusal.badRequest("TEXTDRAFT_PEER_INVALID");
        }
        if (params.integer("draft_id", 0) == 0) {
            throw Refusal.badRequest("draft_id must be non-zero");
        }
        targets.where(chat, params);
        chat.draft(params.text("text").isEmpty() ? "…" : formatted(params, "message is too long").text());
        return BooleanNode.TRUE;
    }

    JsonNode sendChatAction(Params params) {
        Chat chat = targets.writable(params);
        targets.where(chat, params);
        if (!ACTIONS.contains(params.text("action"))) {
            throw Refusal.badRequest("wrong parameter action in request");
        }
        chat.typed();
        return BooleanNode.TRUE;
    }

    /// The text of a request with its entities.
    Formatted formatted(Params params, String tooLong) {
        if (params.has("parse_mode")) {
            throw Refusal.badRequest("can't parse entities: this server takes entities only");
        }
        return Formatted.of(params.text("text"), params.tree("entities"), tooLong, world.violations());
    }

    /// The fields of a message that can be changed.
    static ObjectNode content(Formatted text, @Nullable JsonNode keyboard, Params params) {
        ObjectNode content = Json.object().put("text", text.text());
        if (!text.entities().isEmpty()) {
            content.set("entities", text.json());
        }
        if (params.has("link_preview_options")) {
            content.set("link_preview_options", params.tree("link_preview_options"));
        }
        if (keyboard != null) {
            content.set("reply_markup", keyboard);
        }
        return content;
    }

    private static void quote(ObjectNode content, @Nullable ChatMessage replied, Params params) {
        JsonNode reply = params.tree("reply_parameters");
        String words = reply.path("quote").asText();
        if (words.isEmpty() || replied == null) {
            return;
        }
        int at = replied.text().indexOf(words, reply.path("quote_position").asInt());
        if (at < 0) {
            at = replied.text().indexOf(words);
        }
        if (at < 0 || words.length() > LONGEST_QUOTE) {
            throw Refusal.badRequest("QUOTE_TEXT_INVALID");
        }
        ObjectNode quote = content.putObject("quote").put("text", words).put("position", at).put("is_manual", true);
        if (reply.path("quote_entities").size() > 0) {
            quote.set("entities", reply.path("quote_entities"));
        }
    }
}
