package dev.pilcrow.slack.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.function.Consumer;

/// Something that the bot is to be told and has to acknowledge. Guarded by what delivers it.
final class Delivery {

    /// What kinds there are, with the names that envelopes have for them.
    enum Type {
        EVENT("events_api"), COMMAND("slash_commands"), INTERACTION("interactive");

        private final String envelope;

        Type(String envelope) {
            this.envelope = envelope;
        }

        /// As an envelope's `type`.
        String envelope() {
            return envelope;
        }
    }

    private final Type type;
    private final ObjectNode payload;
    private final boolean answerable;
    private final Consumer<JsonNode> onEnd;
    private int attempt;
    private String reason = "";
    private Instant due = Instant.MIN;
    private long sentNanos;

    /// @param answerable may the acknowledgement say something?
    /// @param onEnd takes what the acknowledgement says, an empty object for nothing; null when it was given up
    Delivery(Type type, ObjectNode payload, boolean answerable, Consumer<JsonNode> onEnd) {
        this.type = type;
        this.payload = payload;
        this.answerable = answerable;
        this.onEnd = onEnd;
    }

    Type type() {
        return type;
    }

    ObjectNode payload() {
        return payload;
    }

    boolean answerable() {
        return answerable;
    }

    Consumer<JsonNode> onEnd() {
        return onEnd;
    }

    /// How many deliveries failed before.
    int attempt() {
        return attempt;
    }

    /// Why the last one failed; empty for none.
    String reason() {
        return reason;
    }

    void failed(String why, Instant next) {
        attempt++;
        reason = why;
        due = next;
    }

    /// Until when the bot may acknowledge, or when it is delivered again.
    Instant due() {
        return due;
    }

    void sent(Instant until) {
        due = until;
        sentNanos = System.nanoTime();
    }

    long sentNanos() {
        return sentNanos;
    }
}
