package dev.pilcrow.telegram.server;

import com.fasterxml.jackson.databind.JsonNode;

/// What a request is answered with.
record Answer(int status, JsonNode body) {

    static Answer ok(JsonNode result) {
        return new Answer(200, Json.object().put("ok", true).set("result", result));
    }

    static Answer refused(Refusal refusal) {
        return new Answer(refusal.code(), refusal.body());
    }
}
