package dev.pilcrow.slack;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the bot reads of an event, and of a message in it. Everything else in it is passed over, whatever it is like.
///
/// @param channel where it happened; of some events it is the channel itself that is told
/// @param message what a message was changed into
/// @param before what it was
/// @param tab which tab of the bot's was opened
/// @param begun the assistant's thread that was begun
@JsonIgnoreProperties(ignoreUnknown = true)
record SlackEvent(@Nullable String type, @Nullable String subtype, @Nullable JsonNode channel, @Nullable String user,
        @Nullable String text, @Nullable String ts, @Nullable String threadTs, @Nullable String botId,
        @Nullable List<JsonNode> files, @Nullable List<JsonNode> attachments, @Nullable JsonNode edited,
        @Nullable SlackEvent message, @JsonProperty("previous_message") @Nullable SlackEvent before,
        @Nullable String tab, @Nullable String inviter, @JsonProperty("assistant_thread") @Nullable JsonNode begun) {

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE).build();

    /// @throws JsonProcessingException what the bot reads is not as Slack says
    static SlackEvent of(JsonNode event) throws JsonProcessingException {
        return MAPPER.treeToValue(event, SlackEvent.class);
    }

    /// The channel's id.
    String place() {
        return channel == null ? "" : channel.isObject() ? channel.path("id").asText() : channel.asText();
    }

    String words() {
        return or(text);
    }

    String thread() {
        return or(threadTs);
    }

    /// Is there anything besides words?
    boolean hasMore() {
        return files != null && !files.isEmpty() || attachments != null && !attachments.isEmpty();
    }

    static String or(@Nullable String text) {
        return text == null ? "" : text;
    }
}
