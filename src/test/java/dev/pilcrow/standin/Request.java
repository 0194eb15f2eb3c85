package dev.pilcrow.standin;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;

/// A request that the bot sent.
///
/// @param method as it is documented, such as `sendMessage`
/// @param at when it came
/// @param body its parameters
/// @param status what it was answered with; 0 while it is under way, or when the connection was broken before
public record Request(String method, Instant at, JsonNode body, int status) {

    /// A parameter as text; empty when it was not given.
    public String text(String parameter) {
        return body.path(parameter).asText("");
    }
}
