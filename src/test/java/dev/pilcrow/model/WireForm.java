package dev.pilcrow.model;

import com.fasterxml.jackson.databind.node.TextNode;

/// How a provider writes one answer down.
interface WireForm {

    /// The media type of a stream.
    String streamType();

    /// What a stream begins with.
    String opening();

    /// The event that adds a text.
    String piece(String text);

    /// What a good stream ends with, after this text.
    String closing(String said);

    /// JSON of any shape as an event of a stream.
    String event(String json);

    /// The answer that is no stream.
    ///
    /// @param finished does it say why it ends?
    String whole(String text, boolean finished);

    static WireForm of(Asked asked, int number) {
        return switch (asked.wire()) {
            case OPENAI -> new OpenAiForm(asked, number);
            case ANTHROPIC -> new AnthropicForm(asked, number);
            case OLLAMA -> new OllamaForm(asked);
        };
    }

    static String quoted(String text) {
        return new TextNode(text).toString();
    }

    /// One token for each character, which is near enough.
    static int tokens(String text) {
        return text.codePointCount(0, text.length());
    }
}
