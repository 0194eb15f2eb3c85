package dev.pilcrow.telegram.server;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pilcrow.standin.Answer;

/// A request that the server refuses, with what it says.
final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final int code;
    private final transient ObjectNode body;

    Refusal(int code, String description) {
        super(description, null, false, false);
        this.code = code;
        body = JsonNodeFactory.instance.objectNode().put("ok", false).put("error_code", code).put("description",
                description);
    }

    static Refusal badRequest(String why) {
        return new Refusal(400, "Bad Request: " + why);
    }

    static Refusal forbidden(String why) {
        return new Refusal(403, "Forbidden: " + why);
    }

    static Refusal conflict(String why) {
        return new Refusal(409, "Conflict: " + why);
    }

    static Refusal tooMany(long seconds) {
        return new Refusal(429, "Too Many Requests: retry after " + seconds).with("retry_after", seconds);
    }

    Refusal with(String parameter, long value) {
        body.putObject("parameters").put(parameter, value);
        return this;
    }

    Answer answer() {
        return new Answer(code, body);
    }
}
