package dev.pilcrow.slack.server;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pilcrow.standin.Json;

/// The methods that put emojis on messages.
final class Reacting {

    private static final String NAME = "[a-z0-9_+'-]{1,100}(::skin-tone-[2-6])?";

    private final Targets targets;

    Reacting(Targets targets) {
        this.targets = targets;
    }

    ObjectNode add(Params params) {
        SlackMessage message = message(params);
        if (message.reactions().size() >= Limits.REACTIONS) {
            throw new Refusal("too_many_emoji");
        }
        if (!message.place().log().react(message.ts(), params.text("name"))) {
            throw new Refusal("already_reacted");
        }
        return Json.object();
    }

    ObjectNode remove(Params params) {
        SlackMessage message = message(params);
        if (!message.place().log().unreact(message.ts(), params.text("name"))) {
            throw new Refusal("no_reaction");
        }
        return Json.object();
    }

    private SlackMessage message(Params params) {
        Place place = targets.writable(params.text("channel"));
        if (!params.text("name").matches(NAME)) {
            throw new Refusal("invalid_name");
        }
        if (!params.text("timestamp").matches("\\d+\\.\\d{6}")) {
            throw new Refusal("bad_timestamp");
        }
        return targets.message(place, params.text("timestamp"), "message_not_found");
    }
}
