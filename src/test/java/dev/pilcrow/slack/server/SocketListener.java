package dev.pilcrow.slack.server;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.java_websocket.WebSocket;
import org.java_websocket.drafts.Draft;
import org.java_websocket.exceptions.InvalidDataException;
import org.java_websocket.framing.CloseFrame;
import org.java_websocket.framing.Framedata;
import org.java_websocket.handshake.ClientHandshake;
import org.java_websocket.handshake.ServerHandshakeBuilder;
import org.java_websocket.server.WebSocketServer;

/// Listens for sockets on the loopback address, and answers pings.
final class SocketListener extends WebSocketServer {

    private static final int PING_SECONDS = 5;
    private static final int START_SECONDS = 10;

    private final Sockets sockets;
    private final CountDownLatch started = new CountDownLatch(1);

    SocketListener(Sockets sockets, int port) {
        super(new InetSocketAddress(loopback(), port), 1);
        this.sockets = sockets;
        setReuseAddr(true);
        setTcpNoDelay(true);
        setDaemon(true);
        setConnectionLostTimeout(PING_SECONDS);
        start();
    }

    /// Waits until it listens.
    void await() {
        try {
            if (!started.await(START_SECONDS, TimeUnit.SECONDS)) {
                throw new IllegalStateException("no sockets");
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public ServerHandshakeBuilder onWebsocketHandshakeReceivedAsServer(WebSocket socket, Draft draft,
            ClientHandshake request) throws InvalidDataException {
        if (!sockets.admits(request.getResourceDescriptor().replaceAll(".*[?&]ticket=([^&]*).*", "$1"))) {
            throw new InvalidDataException(CloseFrame.POLICY_VALIDATION, "no such ticket");
        }
        return super.onWebsocketHandshakeReceivedAsServer(socket, draft, request);
    }

    @Override
    public void onOpen(WebSocket socket, ClientHandshake handshake) {
        sockets.opened(socket);
    }

    @Override
    public void onClose(WebSocket socket, int code, String reason, boolean remote) {
        sockets.closed(socket);
    }

    @Override
    public void onMessage(WebSocket socket, String message) {
        sockets.said(message);
    }

    @Override
    public void onWebsocketPing(WebSocket socket, Framedata ping) {
        if (!sockets.hangs()) {
            super.onWebsocketPing(socket, ping);
        }
    }

    @Override
    public void onError(WebSocket socket, Exception error) {
        if (socket == null) {
            started.countDown();
        }
    }

    @Override
    public void onStart() {
        started.countDown();
    }

    private static InetAddress loopback() {
        try {
            return InetAddress.getByAddress(new byte[]{127, 0, 0, 1});
        } catch (UnknownHostException e) {
            throw new IllegalStateException(e);
        }
    }
}
