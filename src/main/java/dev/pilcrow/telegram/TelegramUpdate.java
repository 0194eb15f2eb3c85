package dev.pilcrow.telegram;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What the bot reads of an update. Everything else in it is passed over, whatever it is like: the library's own class
/// cannot be read at all when one field of a gift or a background is not as it knows it, and its batch is lost with it.
@JsonIgnoreProperties(ignoreUnknown = true)
record TelegramUpdate(@JsonProperty("update_id") @Nullable Long id, @Nullable Message message,
        @Nullable Message editedMessage, @JsonProperty("callback_query") @Nullable Press press,
        @JsonProperty("my_chat_member") @Nullable Membership membership) {

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE).build();
    private static final List<String> WRITTEN = List.of("message", "edited_message");

    /// @param type private, group, supergroup or channel
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Chat(long id, @Nullable String type, @JsonProperty("is_forum") boolean forum) {

        boolean isPrivate() {
            return "private".equals(type);
        }

        boolean isGroup() {
            return "group".equals(type) || "supergroup".equals(type);
        }
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    record User(long id, @JsonProperty("is_bot") boolean bot, @Nullable String languageCode) {
    }

    /// A stretch of a text that means something; offsets count UTF-16 units.
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Entity(String type, int offset, int length, @Nullable User user) {
    }

    /// The words of another message that the writer has selected.
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Quote(@Nullable String text) {
    }

    /// A message; one that the bot may not see any more has only a chat and a number.
    ///
    /// @param rest all that is not read, for its names
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Message(@JsonProperty("message_id") long id, Chat chat, @Nullable User from, @Nullable Chat senderChat,
            @Nullable User viaBot, long editDate, @Nullable String text, @Nullable String caption,
            @Nullable List<Entity> entities, @Nullable List<Entity> captionEntities, @Nullable Message replyToMessage,
            @Nullable Quote quote, @JsonProperty("message_thread_id") long thread,
            @JsonProperty("is_topic_message") boolean inTopic,
            @JsonProperty("is_automatic_forward") boolean automaticForward,
            @JsonProperty("migrate_to_chat_id") long movedTo, @JsonAnySetter Map<String, JsonNode> rest) {

        Message {
            Objects.requireNonNull(chat, "a message without a chat");
        }

        /// Its text, or what stands under its picture; empty when it has no words.
        String words() {
            return text != null ? text : caption != null ? caption : "";
        }

        /// What in its words means something.
        List<Entity> marks() {
            List<Entity> marks = text != null ? entities : captionEntities;
            return marks == null ? List.of() : marks;
        }
    }

    /// A press of a button.
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Press(String id, User from, @Nullable Message message, @Nullable String data) {

        Press {
            Objects.requireNonNull(from, "a press by nobody");
        }
    }

    /// What the bot was in a chat and is now.
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Membership(Chat chat, User from, @JsonProperty("old_chat_member") Standing before,
            @JsonProperty("new_chat_member") Standing now) {
    }

    /// @param status such as member, administrator, left or kicked
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Standing(String status) {
    }

    /// Reads an update; where the message that another replies to cannot be read, without that.
    ///
    /// @throws JsonProcessingException what the bot reads is not as the Bot API says
    static TelegramUpdate of(JsonNode update) throws JsonProcessingException {
        try {
            return MAPPER.treeToValue(update, TelegramUpdate.class);
        } catch (JsonProcessingException _) {
            return MAPPER.treeToValue(withoutReplies(update), TelegramUpdate.class);
        }
    }

    private static JsonNode withoutReplies(JsonNode update) {
        JsonNode copy = update.deepCopy();
        for (String kind : WRITTEN) {
            if (copy.path(kind) instanceof ObjectNode message) {
                message.remove("reply_to_message");
            }
        }
        return copy;
    }
}
