package dev.pilcrow.telegram.server;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pilcrow.standin.Json;
import java.math.BigInteger;

/// The parameters of a request. Numbers may be written as strings, and objects as strings of JSON, as forms have them.
///
/// @param all by their names
/// @param form did they come in a form, where everything is a string?
record Params(ObjectNode all, boolean form) {

    JsonNode get(String name) {
        JsonNode value = all.get(name);
        return value == null ? JsonNodeFactory.instance.missingNode() : value;
    }

    boolean has(String name) {
        return all.hasNonNull(name);
    }

    /// The string; empty when there is none.
    String text(String name) {
        return get(name).asText("");
    }

    /// The whole number; this one when there is none.
    long number(String name, long otherwise) {
        if (!has(name)) {
            return otherwise;
        }
        try {
            return new BigInteger(get(name).asText().strip()).longValueExact();
        } catch (NumberFormatException | ArithmeticException _) {
            throw Refusal.badRequest("parameter \"" + name + "\" must be an integer");
        }
    }

    int integer(String name, int otherwise) {
        return Math.clamp(number(name, otherwise), Integer.MIN_VALUE, Integer.MAX_VALUE);
    }

    boolean flag(String name) {
        return get(name).asBoolean(false);
    }

    /// The object or list, also when it is written as a string.
    JsonNode tree(String name) {
        JsonNode value = get(name);
        if (!value.isTextual()) {
            return value;
        }
        try {
            return Json.read(value.asText());
        } catch (JsonProcessingException _) {
            throw Refusal.badRequest("can't parse " + name + " JSON object");
        }
    }
}
