package dev.pilcrow.model;

import java.time.Instant;

/// Chat of Ollama: a line of JSON for each piece, the last with `done`.
record OllamaForm(Asked asked) implements WireForm {

    @Override
    public String streamType() {
        return "application/x-ndjson";
    }

    @Override
    public String opening() {
        return "";
    }

    @Override
    public String piece(String text) {
        return event(line(text, "\"done\":false"));
    }

    @Override
    public String closing(String said) {
        return event(line("", done(said)));
    }

    @Override
    public String event(String json) {
        return json + "\n";
    }

    @Override
    public String whole(String text, boolean finished) {
        return line(text, finished ? done(text) : "\"done\":false");
    }

    private String line(String text, String end) {
        return "{\"model\":%s,\"created_at\":\"%s\",\"message\":{\"role\":\"assistant\",\"content\":%s},%s}"
                .formatted(WireForm.quoted(asked.model()), Instant.now(), WireForm.quoted(text), end);
    }

    private String done(String said) {
        return """
                "done":true,"done_reason":"stop","total_duration":3000000,"load_duration":1000000,\
                "prompt_eval_count":%d,"prompt_eval_duration":1000000,"eval_count":%d,"eval_duration":1000000"""
                .formatted(WireForm.tokens(asked.text()), WireForm.tokens(said));
    }
}
