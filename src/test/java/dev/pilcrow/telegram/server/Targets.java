package dev.pilcrow.telegram.server;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Finds the chats that requests name, and refuses those that the bot may not write in.
final class Targets {

    private final World world;

    Targets(World world) {
        this.world = world;
    }

    /// The chat of a request, which the bot may write in.
    Chat writable(Params params) {
        Chat chat = known(params);
        Chat moved = chat.movedTo();
        if (moved != null) {
            throw Refusal.badRequest("group chat was upgraded to a supergroup chat").with("migrate_to_chat_id",
                    moved.id());
        }
        if (world.isDeactivated(chat)) {
            throw Refusal.forbidden("user is deactivated");
        }
        switch (chat.standing()) {
            case KICKED -> throw Refusal.forbidden(chat.kind() == Chat.Kind.PRIVATE
                    ? "bot was blocked by the user"
                    : "bot was kicked from the " + chat.name() + " chat");
            case OUT -> throw Refusal.forbidden("bot is not a member of the " + chat.name() + " chat");
            case MEMBER, ADMINISTRATOR -> {
                return chat;
            }
        }
        throw new IllegalStateException();
    }

    /// The chat of a request, whatever the bot is there.
    Chat known(Params params) {
        if (!params.has("chat_id")) {
            throw Refusal.badRequest("chat_id is empty");
        }
        Chat chat = params.text("chat_id").matches("-?\\d{1,18}") ? world.chat(params.number("chat_id", 0)) : null;
        if (chat == null || chat.gone()) {
            throw Refusal.badRequest("chat not found");
        }
        return chat;
    }

    /// The message that a request names.
    ///
    /// @param missing what is said when there is none
    ChatMessage message(Chat chat, Params params, String missing) {
        return chat.find(params.integer("message_id", 0)).orElseThrow(() -> Refusal.badRequest(missing));
    }

    /// Where a request puts something: in a forum, the topic is honoured; in other groups it is not even looked at.
    Where where(Chat chat, Params params) {
        int thread = params.integer("message_thread_id", 0);
        if (thread == 0 || chat.kind() != Chat.Kind.PRIVATE && !chat.forum()) {
            return chat;
        }
        chat.topics().check(thread);
        return new Topic(chat, thread, "");
    }

    /// The message that a request replies to, or null.
    @Nullable
    ChatMessage replied(Chat chat, Params params) {
        var reply = params.tree("reply_parameters");
        if (reply.isMissingNode() || reply.isNull()) {
            return null;
        }
        Chat other = reply.hasNonNull("chat_id") ? world.chat(reply.path("chat_id").asLong()) : chat;
        var found = other == null
                ? Optional.<ChatMessage>empty()
                : other.find(reply.path("message_id").asInt());
        if (found.isEmpty() && !(reply.path("allow_sending_without_reply").asBoolean() && other == chat)) {
            throw Refusal.badRequest("message to be replied not found");
        }
        return found.orElse(null);
    }
}
