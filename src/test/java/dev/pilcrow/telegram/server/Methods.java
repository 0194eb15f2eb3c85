package dev.pilcrow.telegram.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pilcrow.standin.Answer;
import dev.pilcrow.standin.Json;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;

/// The methods of the Bot API that the server has. Thread-safe.
final class Methods implements AutoCloseable {

    private final World world;
    private final Schema schema;
    private final Receiving receiving;
    private final Commanding commanding = new Commanding();
    private final Map<String, Function<Params, JsonNode>> byName = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final Map<String, String> names = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    Methods(World world) {
        this.world = world;
        Targets targets = new Targets(world);
        Flood flood = new Flood(world);
        Sending sending = new Sending(world, targets, flood);
        Editing editing = new Editing(world, targets, sending, flood);
        schema = new Schema(world.violations());
        receiving = new Receiving(world);
        add("getMe", _ -> me());
        add("getUpdates", receiving::getUpdates);
        add("setWebhook", done(receiving::setWebhook));
        add("deleteWebhook", done(receiving::deleteWebhook));
        add("getWebhookInfo", receiving::getWebhookInfo);
        add("sendMessage", sending::sendMessage);
        add("sendMessageDraft", sending::sendMessageDraft);
        add("sendChatAction", sending::sendChatAction);
        add("editMessageText", editing::editMessageText);
        add("editMessageReplyMarkup", editing::editMessageReplyMarkup);
        add("deleteMessage", editing::deleteMessage);
        add("answerCallbackQuery", done(world.presses()::answer));
        Reacting reacting = new Reacting(world, targets);
        add("setMessageReaction", done(reacting::setMessageReaction));
        Visiting visiting = new Visiting(world, targets);
        add("getChat", visiting::getChat);
        add("leaveChat", done(visiting::leaveChat));
        add("setMyCommands", done(commanding::setMyCommands));
        add("getMyCommands", commanding::getMyCommands);
        add("deleteMyCommands", done(commanding::deleteMyCommands));
    }

    Commanding commanding() {
        return commanding;
    }

    @Override
    public void close() {
        receiving.close();
    }

    /// The documented name of a method, or the name as it is.
    String name(String name) {
        return names.getOrDefault(name, name);
    }

    /// Notes what the documents do not allow.
    void check(String method, Params params) {
        if (byName.containsKey(method)) {
            schema.check(method, params);
        } else {
            world.violations().add(method + " is no method of this server");
        }
    }

    Answer call(String method, Params params) {
        Function<Params, JsonNode> known = byName.get(method);
        try {
            return known == null ? new Refusal(404, "Not Found").answer() : done(known.apply(params));
        } catch (Refusal refusal) {
            return refusal.answer();
        }
    }

    private void add(String name, Function<Params, JsonNode> method) {
        byName.put(name, method);
        names.put(name, name);
    }

    private static Answer done(JsonNode result) {
        return new Answer(200, Json.object().put("ok", true).set("result", result));
    }

    private static Function<Params, JsonNode> done(Consumer<Params> method) {
        return params -> {
            method.accept(params);
            return BooleanNode.TRUE;
        };
    }

    private ObjectNode me() {
        return world.bot().json().put("can_join_groups", true)
                .put("can_read_all_group_messages", !world.setup().privacy()).put("supports_inline_queries", false)
                .put("can_connect_to_business", false).put("has_main_web_app", false)
                .put("has_topics_enabled", world.setup().topics()).put("allows_users_to_create_topics", false)
                .put("can_manage_bots", false).put("supports_join_request_queries", false);
    }
}
