package dev.pilcrow.slack;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pilcrow.Secret;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// The connections of Socket Mode, more than one so that something is heard while one is renewed. Each is made anew when
/// Slack closes it or says that it will, when it is cut, and when it gives no sign of life. Thread-safe.
///
/// Slack allows an app ten connections, and says so on the eleventh instead of hello. Five processes have two each; one more
/// has none until one of theirs is gone, and works on what they receive.
final class SlackSockets implements AutoCloseable {

    private static final Logger LOG = System.getLogger(SlackSockets.class.getName());
    private static final int CONNECTIONS = 2;
    /// The app's owner has ended Socket Mode.
    private static final String DISABLED = "link_disabled";
    private static final Duration HELLO = Duration.ofSeconds(8);
    private static final Duration WATCH = Duration.ofSeconds(2);
    /// How long a connection that has been replaced can still acknowledge.
    private static final Duration FAREWELL = Duration.ofSeconds(3);

    private final SlackApi api;
    private final String appToken;
    private final SlackPulse pulse;
    private final BiConsumer<SlackSocket, JsonNode> heard;
    private final CountDownLatch ended;
    private final Set<SlackSocket> all = ConcurrentHashMap.newKeySet();
    private final Set<SlackSocket> alive = ConcurrentHashMap.newKeySet();

    /// @param heard is given each envelope with the connection that it came by
    /// @param ended opens when receiving ends
    SlackSockets(SlackSettings settings, SlackApi api, SlackPulse pulse, BiConsumer<SlackSocket, JsonNode> heard,
            CountDownLatch ended) {
        Secret token = Objects.requireNonNull(settings.appToken());
        this.api = api;
        this.appToken = token.reveal();
        this.pulse = pulse;
        this.heard = heard;
        this.ended = ended;
    }

    void start() {
        for (int i = 1; i <= CONNECTIONS; i++) {
            Thread.ofVirtual().name("slack-socket-" + i).start(this::keep);
        }
    }

    /// Is there a connection that works?
    boolean isOpen() {
        return !alive.isEmpty();
    }

    private void keep() {
        SlackSocket now = null;
        while (ended.getCount() > 0) {
            try {
                SlackSocket next = connect();
                if (now != null) {
                    retire(now);
                }
                now = next;
                if (now == null || !isRenewed(now)) {
                    alive.removeIf(Predicate.isEqual(now));
                    ended.await(pulse.pause().toNanos(), TimeUnit.NANOSECONDS);
                }
            } catch (InterruptedException _) {
                return;
            }
        }
    }

    private @Nullable SlackSocket connect() throws InterruptedException {
        SlackReply reply = api.open();
        if (!reply.done()) {
            pulse.fails(reply);
            return null;
        }
        try {
            SlackSocket socket = new SlackSocket(api.slack(), appToken, reply.body().path("url").asText(), heard);
            all.add(socket);
            socket.connect();
            if (socket.isGreeted(HELLO) && ended.getCount() > 0) {
                alive.add(socket);
                return socket;
            }
            close(socket);
            if (!socket.leaving().isEmpty()) {
                pulse.fails(new SlackReply(SlackReply.NO, socket.leaving(), 0, SlackJson.object()));
                return null;
            }
        } catch (URISyntaxException | RuntimeException failed) {
            LOG.log(Level.DEBUG, "no connection: {0}", failed.getClass().getSimpleName());
        }
        pulse.fails(SlackReply.without(SlackReply.UNKNOWN));
        return null;
    }

    /// Watches a connection until it is to be made anew.
    ///
    /// @return can it still be heard?
    private boolean isRenewed(SlackSocket socket) throws InterruptedException {
        while (!socket.isOver(WATCH) && ended.getCount() > 0) {
            if (socket.leaving().equals(DISABLED)) {
                pulse.fails(new SlackReply(SlackReply.NO, DISABLED, 0, SlackJson.object()));
                return false;
            }
            if (!socket.leaving().isEmpty()) {
                return true;
            }
            if (!socket.verifyConnection()) {
                return false;
            }
            pulse.beats();
        }
        return false;
    }

    /// Closes a connection when what came by it is surely acknowledged.
    private void retire(SlackSocket socket) {
        CompletableFuture.delayedExecutor(FAREWELL.toMillis(), TimeUnit.MILLISECONDS).execute(() -> close(socket));
    }

    private void close(SlackSocket socket) {
        alive.remove(socket);
        all.remove(socket);
        try {
            socket.close();
        } catch (IOException | RuntimeException failed) {
            LOG.log(Level.DEBUG, "not closed: {0}", failed.getClass().getSimpleName());
        }
    }

    @Override
    public void close() {
        all.forEach(this::close);
    }
}
