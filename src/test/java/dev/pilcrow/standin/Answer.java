package dev.pilcrow.standin;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/// What a request is answered with.
public record Answer(int status, JsonNode body, Map<String, String> headers) {

    public Answer {
        headers = Map.copyOf(headers);
    }

    public Answer(int status, JsonNode body) {
        this(status, body, Map.of());
    }
}
