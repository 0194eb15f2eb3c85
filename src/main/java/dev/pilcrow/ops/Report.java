package dev.pilcrow.ops;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pilcrow.web.Content;
import java.util.Map;

/// What a page of health says: a status for programs, and an object for people. Not thread-safe.
///
/// @param good is all as it should be?
/// @param words the object
record Report(boolean good, ObjectNode words) {

    private static final int GOOD = 200;
    private static final int BAD = 503;

    static Report of(boolean good) {
        return new Report(good, JsonNodeFactory.instance.objectNode());
    }

    Report put(String name, String word) {
        words.put(name, word);
        return this;
    }

    Report put(String name, boolean value) {
        words.put(name, value);
        return this;
    }

    Content content() {
        return new Content(good ? GOOD : BAD, "application/json", Map.of(), words + "\n");
    }
}
