package dev.pilcrow.slack.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/// A window over the conversation, or a home, as it stood at some moment. Immutable.
///
/// @param json as the Web API has it; not to be changed
/// @param errors what the bot said is wrong with what was filled in, by block id
public record View(Person person, ObjectNode json, JsonNode errors) {

    public String id() {
        return json.path("id").asText();
    }

    public String title() {
        return json.path("title").path("text").asText();
    }

    /// What stands on the button that sends the form; empty for none.
    public String submit() {
        return json.path("submit").path("text").asText();
    }

    /// What stands on the button that closes it; empty for the usual one.
    public String close() {
        return json.path("close").path("text").asText();
    }

    /// What people see of its words.
    public String text() {
        return Blocks.text(json.path("blocks"));
    }

    /// The same with `**` around what is bold.
    public String marked() {
        return Blocks.marked(json.path("blocks"));
    }

    public List<String> bold() {
        return Blocks.bold(json.path("blocks"));
    }

    public List<Element> elements() {
        return Element.all(json.path("blocks"));
    }

    /// What stands on its buttons.
    public List<String> buttons() {
        return elements().stream().map(Element::label).toList();
    }

    /// The labels of what can be filled in.
    public List<String> inputs() {
        return json.path("blocks").valueStream().filter(block -> block.path("type").asText().equals("input"))
                .map(block -> block.path("label").path("text").asText()).toList();
    }

    public String callbackId() {
        return json.path("callback_id").asText();
    }

    public String privateMetadata() {
        return json.path("private_metadata").asText();
    }
}
