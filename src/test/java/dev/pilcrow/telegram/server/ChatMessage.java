package dev.pilcrow.telegram.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// A message as it stood in a chat at some moment. Immutable.
///
/// @param author who wrote it, perhaps in the name of a chat
/// @param json as the Bot API has it, without what it replies to; not to be changed
/// @param replyTo the number of the message that it replies to; 0 for none
/// @param edits how often it was changed
public record ChatMessage(Chat chat, Account author, ObjectNode json, int replyTo, int edits) {

    public int id() {
        return json.path("message_id").asInt();
    }

    /// Its text or caption; empty when it has none.
    public String text() {
        return json.path("text").asText(json.path("caption").asText(""));
    }

    public List<Entity> entities() {
        return Stream.of("entities", "caption_entities").flatMap(name -> json.path(name).valueStream())
                .map(Entity::of).toList();
    }

    /// The words that are marked with this type of entity.
    public List<String> marked(String type) {
        return entities().stream().filter(entity -> entity.type().equals(type))
                .map(entity -> text().substring(entity.offset(), entity.end())).toList();
    }

    /// What stands on its buttons, row by row.
    public List<List<String>> rows() {
        List<List<String>> rows = new ArrayList<>();
        keyboard().forEach(row -> rows.add(row.valueStream().map(button -> button.path("text").asText()).toList()));
        return List.copyOf(rows);
    }

    /// What stands on its buttons.
    public List<String> buttons() {
        return rows().stream().flatMap(List::stream).toList();
    }

    /// What the first button with this label sends.
    public String data(String label) {
        return keyboard().valueStream().flatMap(JsonNode::valueStream)
                .filter(button -> button.path("text").asText().equals(label))
                .map(button -> button.path("callback_data").asText()).findFirst()
                .orElseThrow(() -> new AssertionError("no button " + label + " but " + rows()));
    }

    /// The number of the thread or topic that it is in; 0 for none.
    public int thread() {
        return json.path("message_thread_id").asInt();
    }

    /// The words of the other message that stand above it; empty for none.
    public String quote() {
        return json.path("quote").path("text").asText();
    }

    public boolean byBot() {
        return author.id() == chat.world().bot().id();
    }

    boolean inTopic() {
        return json.path("is_topic_message").asBoolean();
    }

    /// The same message as it is now.
    public ChatMessage now() {
        return chat.find(id()).orElseThrow(() -> new AssertionError("it was deleted"));
    }

    public boolean isDeleted() {
        return chat.find(id()).isEmpty();
    }

    /// What the bot said in reply to it, as it is now.
    public List<ChatMessage> answers() {
        return chat.answersTo(this);
    }

    private JsonNode keyboard() {
        return json.path("reply_markup").path("inline_keyboard");
    }

    @Override
    public String toString() {
        return author.firstName() + ": " + text() + (buttons().isEmpty() ? "" : " " + rows());
    }
}
