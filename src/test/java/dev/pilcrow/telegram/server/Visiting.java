package dev.pilcrow.telegram.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;

/// The methods that ask about chats and leave them.
final class Visiting {

    private static final int MOST_REACTIONS = 11;

    private final World world;
    private final Targets targets;

    Visiting(World world, Targets targets) {
        this.world = world;
        this.targets = targets;
    }

    JsonNode getChat(Params params) {
        Chat chat = targets.known(params);
        ObjectNode json = chat.json().put("accent_color_id", 3).put("max_reaction_count", MOST_REACTIONS);
        json.putObject("accepted_gift_types").put("unlimited_gifts", true).put("limited_gifts", true)
                .put("unique_gifts", true).put("premium_subscription", true).put("gifts_from_channels", true);
        Chat linked = chat.linked();
        if (linked != null) {
            json.put("linked_chat_id", linked.id());
        }
        Set<String> reactions = chat.reactions();
        if (reactions != null) {
            var list = json.putArray("available_reactions");
            reactions.forEach(emoji -> list.addObject().put("type", "emoji").put("emoji", emoji));
        }
        return json;
    }

    void leaveChat(Params params) {
        Chat chat = targets.writable(params);
        if (chat.kind() == Chat.Kind.PRIVATE) {
            throw Refusal.badRequest("chat member status can't be changed in private chats");
        }
        world.members().stand(chat, world.bot(), Standing.OUT);
    }
}
