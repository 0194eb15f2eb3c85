package dev.pilcrow.slack.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pilcrow.standin.Json;
import dev.pilcrow.standin.Ports;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.java_websocket.WebSocket;
import org.java_websocket.exceptions.WebsocketNotConnectedException;
import org.java_websocket.framing.CloseFrame;

/// Socket Mode: the sockets that the bot has opened with a ticket. Each delivery goes to one of them. Thread-safe.
final class Sockets implements Carrier, AutoCloseable {

    private static final int MOST = 10;

    private final World world;
    private final Set<String> tickets = ConcurrentHashMap.newKeySet();
    private final Map<String, WebSocket> underWay = new ConcurrentHashMap<>();
    private final List<WebSocket> open = new ArrayList<>();
    private final AtomicInteger opened = new AtomicInteger();
    private SocketListener listener;
    private final int port;
    private int turn;
    private volatile boolean hangs;

    Sockets(World world) {
        this.world = world;
        port = Ports.next();
        listener = new SocketListener(this, port);
        listener.await();
    }

    /// A new address that is good for one socket.
    String url() {
        String ticket = world.id("ticket");
        tickets.add(ticket);
        return "ws://127.0.0.1:" + port + "/link/?ticket=" + ticket + "&app_id=" + World.APP;
    }

    /// How many are open.
    int size() {
        synchronized (open) {
            return open.size();
        }
    }

    /// How many were ever opened.
    int opened() {
        return opened.get();
    }

    @Override
    public boolean send(String id, Delivery delivery) {
        ObjectNode envelope = Json.object().put("envelope_id", id).put("type", delivery.type().envelope())
                .put("accepts_response_payload", delivery.answerable());
        envelope.set("payload", delivery.payload());
        if (delivery.type() == Delivery.Type.EVENT) {
            envelope.put("retry_attempt", delivery.attempt()).put("retry_reason", delivery.reason());
        }
        WebSocket socket = next();
        if (socket == null) {
            return false;
        }
        underWay.put(id, socket);
        if (hangs) {
            return true;
        }
        try {
            socket.send(envelope.toString());
            return true;
        } catch (WebsocketNotConnectedException _) {
            underWay.remove(id);
            return false;
        }
    }

    private WebSocket next() {
        synchronized (open) {
            return open.isEmpty() ? null : open.get(Math.floorMod(turn++, open.size()));
        }
    }

    /// Asks for new sockets, as the real one does every few hours, and closes the old ones.
    ///
    /// @param reason `warning` for a first notice, after which they stay open; `refresh_requested`
    void refresh(String reason) {
        ObjectNode notice = disconnect(reason);
        for (WebSocket socket : all()) {
            socket.send(notice.toString());
            if (!reason.equals("warning")) {
                closed(socket);
                socket.close(CloseFrame.NORMAL);
            }
        }
    }

    /// Breaks all sockets without a word.
    void cut() {
        for (WebSocket socket : all()) {
            closed(socket);
            socket.closeConnection(CloseFrame.ABNORMAL_CLOSE, "");
        }
    }

    /// Breaks all sockets and refuses new ones, or takes them again.
    synchronized void offline(boolean away) {
        try {
            if (away && listener != null) {
                cut();
                listener.stop(0);
                listener = null;
            } else if (!away && listener == null) {
                listener = new SocketListener(this, port);
                listener.await();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /// Keeps all sockets, but nothing comes through them, either way; or again.
    void hang(boolean silent) {
        hangs = silent;
    }

    boolean hangs() {
        return hangs;
    }

    @Override
    public void close() {
        offline(true);
    }

    private List<WebSocket> all() {
        synchronized (open) {
            return List.copyOf(open);
        }
    }

    void closed(WebSocket socket) {
        synchronized (open) {
            open.remove(socket);
        }
        underWay.forEach((id, other) -> {
            if (other == socket && underWay.remove(id, socket)) {
                world.deliveries().failed(id, "connection_failed", true);
            }
        });
    }

    void said(String text) {
        if (hangs) {
            return;
        }
        try {
            JsonNode message = Json.read(text);
            String id = message.path("envelope_id").asText();
            underWay.remove(id);
            JsonNode said = message.path("payload");
            world.deliveries().acknowledged(id, said.isObject() ? said : Json.object());
        } catch (IOException _) {
            world.violations().add("a socket says what is no JSON");
        }
    }

    /// Is the ticket good? It is good once.
    boolean admits(String ticket) {
        return tickets.remove(ticket);
    }

    void opened(WebSocket socket) {
        synchronized (open) {
            if (open.size() == MOST) {
                socket.send(disconnect("too_many_websockets").toString());
                socket.close(CloseFrame.NORMAL);
                return;
            }
            open.add(socket);
        }
        opened.incrementAndGet();
        socket.send(hello().toString());
    }

    private static ObjectNode disconnect(String reason) {
        ObjectNode notice = Json.object().put("type", "disconnect").put("reason", reason);
        notice.putObject("debug_info").put("host", "applink-stand-in");
        return notice;
    }

    private ObjectNode hello() {
        ObjectNode hello = Json.object().put("type", "hello").put("num_connections", size());
        hello.putObject("connection_info").put("app_id", World.APP);
        hello.putObject("debug_info").put("host", "applink-stand-in").put("build_number", 10)
                .put("approximate_connection_time", 18_060);
        return hello;
    }
}
