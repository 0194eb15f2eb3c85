package dev.pilcrow.slack;

import com.fasterxml.jackson.databind.JsonNode;

/// A press, a command or the like, as far as it can be answered: it opens a window at once or not at all, and has an
/// address at which answers are taken for half an hour.
///
/// @param trigger what opens a window
/// @param url where answers are taken; empty for nowhere
/// @param thread the thread that answers belong to; empty for none
record SlackPress(String trigger, String url, String thread) {

    static SlackPress of(JsonNode payload, String thread) {
        return new SlackPress(payload.path("trigger_id").asText(), payload.path("response_url").asText(), thread);
    }

    /// As {@link dev.pilcrow.chat.Incoming.Pressed#press} has it.
    String text() {
        return (trigger + ' ' + url + ' ' + thread).strip();
    }

    static SlackPress parse(String press) {
        String[] parts = press.split(" ", 3);
        return new SlackPress(parts[0], parts.length < 2 ? "" : parts[1], parts.length < 3 ? "" : parts[2]);
    }
}
