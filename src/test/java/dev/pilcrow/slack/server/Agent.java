package dev.pilcrow.slack.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pilcrow.standin.Json;
import java.util.List;
import java.util.Set;

/// The methods that show what the bot is doing in a thread, and what can be asked.
final class Agent {

    private static final Set<String> STATES = Set.of("active", "processing", "suspended", "closed");

    private final Targets targets;

    Agent(Targets targets) {
        this.targets = targets;
    }

    ObjectNode setStatus(Params params) {
        Place place = place(params);
        List<String> messages = params.list("loading_messages");
        if (messages.size() > Limits.LOADING_MESSAGES) {
            throw new Refusal("invalid_arguments");
        }
        if (params.text("status").isEmpty()) {
            place.sessions().said(params.text("thread_ts"));
        } else {
            place.sessions().show(params.text("thread_ts"), params.text("status"), messages);
        }
        return Json.object();
    }

    ObjectNode setTitle(Params params) {
        place(params).sessions().title(params.text("thread_ts"), params.text("title"));
        return Json.object();
    }

    ObjectNode setSuggestedPrompts(Params params) {
        Place place = place(params);
        JsonNode prompts = params.tree("prompts", "invalid_arguments");
        if (prompts.isEmpty() || prompts.size() > Limits.PROMPTS
                || prompts.valueStream().anyMatch(one -> !one.hasNonNull("title") || !one.hasNonNull("message"))) {
            throw new Refusal("invalid_arguments");
        }
        place.sessions().prompts(params.text("thread_ts"), prompts.valueStream()
                .map(one -> new Sessions.Prompt(one.path("title").asText(), one.path("message").asText())).toList());
        return Json.object();
    }

    ObjectNode setSessionStatus(Params params) {
        Place place = place(params);
        if (!STATES.contains(params.text("status"))) {
            throw new Refusal("invalid_arguments");
        }
        place.sessions().show(params.text("thread_ts"), params.text("status"), List.of());
        if (params.has("title")) {
            place.sessions().title(params.text("thread_ts"), params.text("title"));
        }
        return Json.object();
    }

    private Place place(Params params) {
        Place place = targets.writable(params.text("channel_id"));
        if (params.has("thread_ts")) {
            targets.thread("status", place, params);
        }
        return place;
    }
}
