package dev.pilcrow.telegram.server;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pilcrow.standin.Json;

/// Lets the bot into chats and out of them, and moves groups.
final class Members {

    private final World world;

    Members(World world) {
        this.world = world;
    }

    void admit(Chat chat, Account by, Standing as) {
        boolean joins = !chat.standing().isIn();
        stand(chat, by, as);
        if (joins && chat.isGroup()) {
            ObjectNode content = Json.object();
            content.putArray("new_chat_members").add(world.bot().json());
            world.scenes().says(by, chat, null, content);
        }
    }

    void remove(Chat chat, Account by) {
        stand(chat, by, Standing.KICKED);
        if (chat.isGroup()) {
            ObjectNode content = Json.object();
            content.set("left_chat_member", world.bot().json());
            world.scenes().says(by, chat, null, content);
        }
    }

    /// Makes the bot something else in a chat, and tells it so.
    void stand(Chat chat, Account by, Standing standing) {
        synchronized (world) {
            Standing old = chat.standing();
            if (old == standing) {
                return;
            }
            chat.standing(standing);
            ObjectNode update = Json.object().put("date", world.now().getEpochSecond());
            update.set("chat", chat.json());
            update.set("from", by.json());
            update.set("old_chat_member", member(old));
            update.set("new_chat_member", member(standing));
            world.updates().add("my_chat_member", update);
        }
    }

    /// Makes a supergroup of a group.
    Chat migrate(Chat group, Account by) {
        synchronized (world) {
            if (group.kind() != Chat.Kind.GROUP) {
                throw new IllegalStateException("only a basic group can become a supergroup");
            }
            Chat supergroup = world.open(Chat.Kind.SUPERGROUP, group.title(), false, group.standing());
            world.scenes().says(by, group, null, Json.object().put("migrate_to_chat_id", supergroup.id()));
            world.scenes().says(by, supergroup, null, Json.object().put("migrate_from_chat_id", group.id()));
            group.movedTo(supergroup);
            return supergroup;
        }
    }

    private ObjectNode member(Standing standing) {
        ObjectNode json = Json.object().put("status", standing.status());
        json.set("user", world.bot().json());
        if (standing == Standing.KICKED) {
            json.put("until_date", 0);
        }
        if (standing == Standing.ADMINISTRATOR) {
            for (String right : new String[]{"can_be_edited", "is_anonymous", "can_manage_chat", "can_delete_messages",
                    "can_manage_video_chats", "can_restrict_members", "can_promote_members", "can_change_info",
                    "can_invite_users", "can_post_stories", "can_edit_stories", "can_delete_stories"}) {
                json.put(right, false);
            }
        }
        return json;
    }
}
