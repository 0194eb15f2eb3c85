package dev.pilcrow.slack.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A message as it stood in a place at some moment. Immutable.
///
/// @param author who wrote it
/// @param json as the Web API has it; not to be changed
/// @param edits how often it was changed
/// @param seenBy the only person who sees it; null when everybody does
public record SlackMessage(Place place, Person author, ObjectNode json, int edits, @Nullable Person seenBy) {

    public String ts() {
        return json.path("ts").asText();
    }

    /// The number of the message that its thread begins with; empty when it is in no thread.
    public String thread() {
        return json.path("thread_ts").asText();
    }

    /// The number of the thread that it is in or would begin.
    public String root() {
        return thread().isEmpty() ? ts() : thread();
    }

    /// What people see of its words: those of its blocks, or its text when it has none.
    public String text() {
        String blocks = byBot() ? Blocks.text(json.path("blocks")) : "";
        return blocks.isEmpty() ? Blocks.unescaped(json.path("text").asText()) : blocks;
    }

    /// The same with `**` around what is bold.
    public String marked() {
        return Blocks.marked(json.path("blocks"));
    }

    /// What a notification shows of it.
    public String plain() {
        return json.path("text").asText();
    }

    /// The stretches that are bold.
    public List<String> bold() {
        return Blocks.bold(json.path("blocks"));
    }

    /// What can be pressed.
    public List<Element> elements() {
        return Element.all(json.path("blocks"));
    }

    /// What stands on its buttons.
    public List<String> buttons() {
        return elements().stream().map(Element::label).toList();
    }

    /// What the bot attached to it out of sight; missing for nothing.
    public JsonNode metadata() {
        return json.path("metadata");
    }

    public boolean byBot() {
        return author.id().equals(place.world().bot().id());
    }

    public boolean isEphemeral() {
        return seenBy != null;
    }

    /// What the bot has put on it, by the names of the emojis.
    public List<String> reactions() {
        return place.log().reactions(ts());
    }

    /// The same message as it is now.
    public SlackMessage now() {
        return place.log().find(ts()).orElseThrow(() -> new AssertionError("it was deleted"));
    }

    public boolean isDeleted() {
        return place.log().find(ts()).isEmpty();
    }

    /// What the bot has said in its thread, as it is now.
    public List<SlackMessage> answers() {
        return place.thread(root()).stream().filter(one -> one.byBot() && !one.ts().equals(ts())).toList();
    }

    SlackMessage with(ObjectNode changed) {
        return new SlackMessage(place, author, changed, edits + 1, seenBy);
    }

    @Override
    public String toString() {
        return author.name() + ": " + text() + (buttons().isEmpty() ? "" : " " + buttons());
    }
}
