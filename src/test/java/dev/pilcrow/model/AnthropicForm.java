package dev.pilcrow.model;

/// Messages of Anthropic: server-sent events with names, and one text block.
///
/// @param number tells the answers of a server apart
record AnthropicForm(Asked asked, int number) implements WireForm {

    @Override
    public String streamType() {
        return "text/event-stream; charset=utf-8";
    }

    @Override
    public String opening() {
        return named("message_start", "\"message\":" + message("[]", "null", 1))
                + named("content_block_start", "\"index\":0,\"content_block\":{\"type\":\"text\",\"text\":\"\"}")
                + named("ping", "");
    }

    @Override
    public String piece(String text) {
        return named("content_block_delta",
                "\"index\":0,\"delta\":{\"type\":\"text_delta\",\"text\":%s}".formatted(WireForm.quoted(text)));
    }

    @Override
    public String closing(String said) {
        return named("content_block_stop", "\"index\":0")
                + named("message_delta",
                        "\"delta\":{\"stop_reason\":\"end_turn\",\"stop_sequence\":null},\"usage\":{\"output_tokens\":%d}"
                                .formatted(WireForm.tokens(said)))
                + named("message_stop", "");
    }

    @Override
    public String event(String json) {
        return "event: content_block_delta\ndata: " + json + "\n\n";
    }

    @Override
    public String whole(String text, boolean finished) {
        String content = text.isEmpty() ? "[]" : "[{\"type\":\"text\",\"text\":%s}]".formatted(WireForm.quoted(text));
        return message(content, finished ? "\"end_turn\"" : "null", WireForm.tokens(text));
    }

    private String message(String content, String stopReason, int tokens) {
        return """
                {"id":"msg_%d","type":"message","role":"assistant","model":%s,"content":%s,"stop_reason":%s,\
                "stop_sequence":null,"usage":{"input_tokens":%d,"output_tokens":%d}}""".formatted(number,
                WireForm.quoted(asked.model()), content, stopReason, WireForm.tokens(asked.text()), tokens);
    }

    private static String named(String name, String fields) {
        return "event: %s\ndata: {\"type\":\"%s\"%s%s}\n\n".formatted(name, name, fields.isEmpty() ? "" : ",", fields);
    }
}
