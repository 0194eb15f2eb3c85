package dev.pilcrow.slack.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.slack.api.methods.MethodsClient;
import dev.pilcrow.standin.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.java_websocket.client.WebSocketClient;
import org.java_websocket.handshake.ServerHandshake;

/// A socket that acknowledges only what it is told to.
final class RawSocket extends WebSocketClient {

    private final List<JsonNode> messages = new CopyOnWriteArrayList<>();

    RawSocket(URI address) {
        super(address);
    }

    /// Opens one, and waits until it is greeted.
    static RawSocket open(MethodsClient app) throws Exception {
        RawSocket socket = new RawSocket(URI.create(app.appsConnectionsOpen(request -> request).getUrl()));
        if (!socket.connectBlocking()) {
            throw new AssertionError("refused");
        }
        WithServer.await().until(() -> socket.types().contains("hello"));
        return socket;
    }

    List<String> types() {
        return messages.stream().map(message -> message.path("type").asText()).toList();
    }

    /// What was to be acknowledged, in order.
    List<JsonNode> envelopes() {
        return messages.stream().filter(message -> message.has("envelope_id")).toList();
    }

    void ack(JsonNode envelope) {
        send(Json.object().set("envelope_id", envelope.path("envelope_id")).toString());
    }

    @Override
    public void onOpen(ServerHandshake handshake) {
        // It waits for the greeting.
    }

    @Override
    public void onMessage(String message) {
        try {
            messages.add(Json.read(message));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void onClose(int code, String reason, boolean remote) {
        messages.add(Json.object().put("type", "closed"));
    }

    @Override
    public void onError(Exception error) {
        messages.add(Json.object().put("type", "error"));
    }
}
