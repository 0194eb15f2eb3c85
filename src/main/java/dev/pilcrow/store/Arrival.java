package dev.pilcrow.store;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Something that arrived, before it has a row in the inbox.
///
/// @param keys what tells that it arrived before, each with platform and account before it
/// @param platform the platform's name
/// @param chat the chat, with platform and account before it: `platform/account/chat`
/// @param conversation the chat or a thread of it; it begins with the chat
/// @param lane what is worked on one after the other; unless it is a lane of this one row, it begins with the conversation
/// @param person who it is from
/// @param message the message that it is about, in one word; none for what is no message
/// @param root the message that its thread hangs on, in one word; none when the platform does not tell
/// @param urgent does it go before everything that is not?
/// @param question is it a question, or as much work as one?
/// @param payload the rest, for whoever works on it
public record Arrival(List<String> keys, String platform, String chat, String conversation, String lane, String person,
        @Nullable String message, @Nullable String root, boolean urgent, boolean question, String payload) {

    public Arrival {
        keys = List.copyOf(keys);
        if (keys.isEmpty()) {
            throw new IllegalArgumentException("an arrival without a key");
        }
    }

    /// The same in another conversation: a lane that begins with the conversation goes with it.
    Arrival in(String other) {
        String moved = lane.startsWith(conversation) ? other + lane.substring(conversation.length()) : lane;
        return new Arrival(keys, platform, chat, other, moved, person, message, root, urgent, question, payload);
    }
}
