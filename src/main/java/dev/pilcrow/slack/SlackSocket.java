package dev.pilcrow.slack;

import com.fasterxml.jackson.databind.JsonNode;
import com.slack.api.Slack;
import com.slack.api.socket_mode.impl.SocketModeClientJavaWSImpl;
import com.slack.api.socket_mode.queue.impl.ConcurrentLinkedMessageQueue;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import org.java_websocket.exceptions.WebsocketNotConnectedException;
import org.slf4j.Logger;
import org.slf4j.helpers.NOPLogger;

/// One connection of Socket Mode. The library's client connects, and is asked for signs of life; it is not let log, as
/// envelopes have addresses and tokens in them, nor connect again by itself, so that what came by a connection is
/// acknowledged by that connection or not at all.
final class SlackSocket extends SocketModeClientJavaWSImpl {

    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch over = new CountDownLatch(1);
    private final BiConsumer<SlackSocket, JsonNode> heard;
    private volatile boolean greeted;
    private volatile String leaving = "";

    /// @param heard is given each envelope, on the thread that reads
    SlackSocket(Slack slack, String appToken, String url, BiConsumer<SlackSocket, JsonNode> heard)
            throws URISyntaxException {
        super(slack, appToken, url, 0, new ConcurrentLinkedMessageQueue(), false, false, 0);
        this.heard = heard;
        addWebSocketCloseListener((_, _) -> end());
        addWebSocketErrorListener(_ -> end());
    }

    /// Hears a message, which the library would only put into memory.
    @Override
    public void enqueueMessage(String message) {
        JsonNode json = SlackJson.read(message);
        switch (json.path("type").asText()) {
            case "hello" -> {
                greeted = true;
                begun.countDown();
            }
            case "disconnect" -> {
                leaving = json.path("reason").asText("unknown");
                begun.countDown();
            }
            default -> {
                if (json.path("envelope_id").isTextual()) {
                    heard.accept(this, json);
                }
            }
        }
    }

    @Override
    public Logger getLogger() {
        return NOPLogger.NOP_LOGGER;
    }

    private void end() {
        over.countDown();
        begun.countDown();
    }

    /// Waits until Slack has said hello, or for so long.
    boolean isGreeted(Duration patience) throws InterruptedException {
        return begun.await(patience.toNanos(), TimeUnit.NANOSECONDS) && greeted;
    }

    /// Waits for so long, or until the connection is closed.
    boolean isOver(Duration patience) throws InterruptedException {
        return over.await(patience.toNanos(), TimeUnit.NANOSECONDS);
    }

    /// Why Slack will close the connection, in its word; empty when it has not told that it will.
    String leaving() {
        return leaving;
    }

    /// Tells Slack that an envelope has been taken; where that fails, it comes again.
    void acknowledge(String envelope) {
        try {
            sendSocketModeResponse(SlackJson.object().put("envelope_id", envelope).toString());
        } catch (WebsocketNotConnectedException _) {
            end();
        }
    }
}
