package dev.pilcrow.slack.server;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pilcrow.standin.Answer;
import dev.pilcrow.standin.Fault;
import dev.pilcrow.standin.Json;
import java.util.List;
import java.util.Map;

/// A request that the server refuses, with the name of the error.
final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final int status;
    private final int retryAfter;
    private final transient ObjectNode body;

    private Refusal(int status, String error, int retryAfter) {
        super(error, null, false, false);
        this.status = status;
        this.retryAfter = retryAfter;
        body = Json.object().put("ok", false).put("error", error);
    }

    Refusal(String error) {
        this(200, error, 0);
    }

    /// A refusal by an address that has no other way than its status to tell.
    static Refusal status(int status, String error) {
        return new Refusal(status, error, 0);
    }

    static Refusal tooMany(int seconds) {
        return new Refusal(429, "ratelimited", seconds);
    }

    static Refusal of(Fault.Refuses fault) {
        return fault.code() == 429 ? tooMany(fault.retryAfter()) : status(fault.code(), fault.description());
    }

    Refusal with(String field, String value) {
        body.put(field, value);
        return this;
    }

    /// @param messages what exactly is wrong
    Refusal because(List<String> messages) {
        var list = body.putObject("response_metadata").putArray("messages");
        messages.forEach(message -> list.add("[ERROR] " + message));
        return this;
    }

    Answer answer() {
        return new Answer(status, body, retryAfter == 0 ? Map.of() : Map.of("Retry-After", "" + retryAfter));
    }
}
