package dev.pilcrow.model;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.Socket;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

/// One client's connection. While a reply is under way on a thread of its own, this one listens whether the client goes.
final class ServerConnection {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final ModelServer server;
    private final Socket socket;

    ServerConnection(ModelServer server, Socket socket) {
        this.server = server;
        this.socket = socket;
    }

    void serve() {
        try (socket) {
            socket.setTcpNoDelay(true);
            HttpRequests requests = new HttpRequests(socket.getInputStream());
            boolean open = true;
            while (open) {
                Optional<HttpRequests.Request> request = requests.next();
                open = request.isPresent() && served(request.get(), requests);
            }
        } catch (IOException | ExecutionException e) {
            server.replied(socket);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// @return may the client ask again over this connection?
    private boolean served(HttpRequests.Request request, HttpRequests requests)
            throws IOException, InterruptedException, ExecutionException {
        HttpAnswer out = new HttpAnswer(socket);
        Optional<Wire> wire = Wire.of(request.target()).filter(one -> request.method().equals("POST"));
        Optional<JsonNode> body = json(request.body());
        if (wire.isEmpty() || body.isEmpty()) {
            refuse(out, wire.isEmpty() ? 404 : 400);
            return request.keepsAlive();
        }
        Asked asked = Asked.read(wire.get(), request.headers(), body.get());
        int number = server.replying(socket, asked);
        Future<?> reply = server.run(() -> reply(asked, number, out, request.keepsAlive()));
        if (requests.more()) {
            reply.get();
            return true;
        }
        server.replied(socket);
        reply.cancel(true);
        return false;
    }

    private void reply(Asked asked, int number, HttpAnswer out, boolean keepsAlive) {
        boolean kept = false;
        try {
            Reply reply = asked.wire().refusal(asked.headers()).orElseGet(() -> server.reply(asked));
            new Delivery(asked.streamed(), WireForm.of(asked, number), out, () -> server.replied(socket)).give(reply);
            kept = keepsAlive;
        } catch (IOException e) {
            kept = false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            server.replied(socket);
            if (!kept) {
                ModelServer.end(socket);
            }
        }
    }

    private static void refuse(HttpAnswer out, int status) throws IOException {
        byte[] body = "{\"error\":{\"message\":\"no such request\"}}".getBytes(UTF_8);
        out.head(status, "application/json", Map.of(), body.length);
        out.bytes(body, 0, body.length);
        out.flush();
    }

    private static Optional<JsonNode> json(byte[] body) {
        try {
            return Optional.of(MAPPER.readTree(body)).filter(JsonNode::isObject);
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
