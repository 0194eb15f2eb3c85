package dev.pilcrow.telegram.server;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pilcrow.standin.Json;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// The methods that set the lists of commands that apps show, by scope and language.
final class Commanding {

    private static final int MOST = 100;
    private static final int LONGEST_DESCRIPTION = 256;
    private static final Set<String> SCOPES = Set.of("default", "all_private_chats", "all_group_chats",
            "all_chat_administrators", "chat", "chat_administrators", "chat_member");

    private final Map<List<String>, JsonNode> lists = new ConcurrentHashMap<>();

    void setMyCommands(Params params) {
        JsonNode commands = params.tree("commands");
        if (commands.size() > MOST) {
            throw Refusal.badRequest("BOT_COMMANDS_TOO_MUCH");
        }
        for (JsonNode one : commands) {
            if (!one.path("command").asText().matches("[a-z0-9_]{1,32}")) {
                throw Refusal.badRequest("BOT_COMMAND_INVALID");
            }
            int length = one.path("description").asText().length();
            if (length < 1 || length > LONGEST_DESCRIPTION) {
                throw Refusal.badRequest("BOT_COMMAND_DESCRIPTION_INVALID");
            }
        }
        lists.put(key(params), commands);
    }

    void deleteMyCommands(Params params) {
        lists.remove(key(params));
    }

    JsonNode getMyCommands(Params params) {
        return lists.getOrDefault(key(params), Json.array());
    }

    /// The commands of a scope's type in a language; empty for the list of all other languages.
    List<String> commands(String scope, String language) {
        JsonNode list = lists.getOrDefault(List.of(scope, language, "", ""), Json.array());
        return list.valueStream().map(one -> one.path("command").asText()).toList();
    }

    private static List<String> key(Params params) {
        JsonNode scope = params.tree("scope");
        String type = scope.path("type").asText("default");
        String language = params.text("language_code");
        if (!SCOPES.contains(type)) {
            throw Refusal.badRequest("can't parse BotCommandScope: unsupported type specified");
        }
        if (!language.matches("([a-z]{2})?")) {
            throw Refusal.badRequest("invalid language code specified");
        }
        return List.of(type, language, scope.path("chat_id").asText(), scope.path("user_id").asText());
    }
}
