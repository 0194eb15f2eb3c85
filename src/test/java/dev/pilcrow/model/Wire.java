package dev.pilcrow.model;

import java.util.Map;
import java.util.Optional;

/// A wire form that providers of language models speak, told by the path of a request.
public enum Wire {

    OPENAI("/v1/", "chat/completions"), ANTHROPIC("/v1/", "messages"), OLLAMA("/", "api/chat");

    private final String base;
    private final String path;

    Wire(String base, String path) {
        this.base = base;
        this.path = path;
    }

    /// The path that a client puts its own part behind.
    String base() {
        return base;
    }

    /// The path of the one request that is answered.
    public String path() {
        return base + path;
    }

    /// Is a stream meant by a request that does not say?
    boolean streamsUnasked() {
        return this == OLLAMA;
    }

    static Optional<Wire> of(String target) {
        String path = target.replaceFirst("\\?.*", "");
        for (Wire wire : values()) {
            if (path.endsWith("/" + wire.path)) {
                return Optional.of(wire);
            }
        }
        return Optional.empty();
    }

    /// What the provider answers to a request without the headers that it insists on.
    Optional<Reply> refusal(Map<String, String> headers) {
        if (this != ANTHROPIC || headers.containsKey("x-api-key") && headers.containsKey("anthropic-version")) {
            return Optional.empty();
        }
        boolean key = headers.containsKey("x-api-key");
        String type = key ? "invalid_request_error" : "authentication_error";
        String body = """
                {"type":"error","error":{"type":"%s","message":"%s: header is required"}}""".formatted(type,
                key ? "anthropic-version" : "x-api-key");
        return Optional.of(new Reply.Status(key ? 400 : 401, Map.of(), body));
    }
}
