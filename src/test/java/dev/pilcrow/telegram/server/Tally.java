package dev.pilcrow.telegram.server;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pilcrow.standin.Json;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// How often people's messages were answered, over all that the chats still keep.
///
/// @param said what people said
/// @param unanswered how much of it no message of the bot's replies to
/// @param twice how much of it more than one message replies to
public record Tally(int said, int unanswered, int twice) {

    static Tally of(Iterable<Chat> chats) {
        int said = 0;
        int unanswered = 0;
        int twice = 0;
        for (Chat chat : chats) {
            List<ChatMessage> messages = chat.messages();
            Map<Integer, Integer> answers = new HashMap<>();
            messages.stream().filter(ChatMessage::byBot)
                    .forEach(message -> answers.merge(message.replyTo(), 1, Integer::sum));
            for (ChatMessage message : messages) {
                if (!message.byBot() && !message.text().isEmpty()) {
                    int count = answers.getOrDefault(message.id(), 0);
                    said++;
                    unanswered += count == 0 ? 1 : 0;
                    twice += count > 1 ? 1 : 0;
                }
            }
        }
        return new Tally(said, unanswered, twice);
    }

    ObjectNode json() {
        return Json.object().put("said", said).put("unanswered", unanswered).put("twice", twice);
    }
}
