package dev.pilcrow.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.Serializable;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/// What the Bot API says to a request, as far as the bot needs it.
///
/// @param code 200 for done, the error's number, {@link #UNKNOWN} or {@link #UNSENT}
/// @param description why not, in Telegram's words
/// @param retryAfter seconds to wait; 0 for none
/// @param movedTo the chat's new id; 0 when it has none
/// @param result what was asked for
record TelegramReply(int code, String description, long retryAfter, long movedTo, JsonNode result)
        implements
            Serializable {

    static final int DONE = 200;
    /// Nobody can tell whether it was done.
    static final int UNKNOWN = 0;
    /// It was not even sent.
    static final int UNSENT = -1;
    private static final int FLOOD = 429;

    static TelegramReply of(JsonNode answer) {
        JsonNode parameters = answer.path("parameters");
        int code = answer.path("ok").asBoolean() ? DONE : answer.path("error_code").asInt(UNKNOWN);
        return new TelegramReply(code, answer.path("description").asText(), parameters.path("retry_after").asLong(),
                parameters.path("migrate_to_chat_id").asLong(), answer.path("result"));
    }

    static TelegramReply without(int code) {
        return new TelegramReply(code, "", 0, 0, MissingNode.getInstance());
    }

    boolean done() {
        return code == DONE;
    }

    /// Does Telegram want to be spared?
    boolean isFlood() {
        return code == FLOOD;
    }

    /// How long then.
    Duration pause() {
        return Duration.ofSeconds(Math.max(1, retryAfter));
    }

    /// Has the description one of these in it, whatever their case?
    boolean says(List<String> words) {
        String lower = description.toLowerCase(Locale.ROOT);
        return words.stream().anyMatch(word -> lower.contains(word.toLowerCase(Locale.ROOT)));
    }
}
