package dev.pilcrow.slack;

import com.fasterxml.jackson.databind.JsonNode;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/// Puts envelopes on disk, in the order in which they came and as many at once as have come, and acknowledges each when it
/// is there. Slack waits three seconds for that; what could not be stored by then is not acknowledged, and comes again.
/// Thread-safe.
final class SlackEnvelopes implements AutoCloseable {

    private static final Logger LOG = System.getLogger(SlackEnvelopes.class.getName());
    private static final int ROOM = 10_000;
    private static final int AT_ONCE = 100;
    private static final Duration IN_TIME = Duration.ofMillis(2200);
    private static final Duration APART = Duration.ofMillis(200);
    private static final Duration LAST_BATCH = Duration.ofSeconds(6);

    private final Consumer<List<JsonNode>> taker;
    private final CountDownLatch ended;
    private final BlockingQueue<Waiting> waiting = new LinkedBlockingQueue<>(ROOM);
    private final Thread thread = Thread.ofVirtual().name("slack-envelopes").unstarted(this::run);

    /// An envelope that is not yet on disk.
    ///
    /// @param came when, by the system's timer
    private record Waiting(SlackSocket socket, JsonNode envelope, long came) {
    }

    /// @param taker puts payloads on disk
    /// @param ended opens when receiving ends
    SlackEnvelopes(Consumer<List<JsonNode>> taker, CountDownLatch ended) {
        this.taker = taker;
        this.ended = ended;
    }

    void start() {
        thread.start();
    }

    /// Takes an envelope; one for which there is no room comes again.
    void add(SlackSocket socket, JsonNode envelope) {
        waiting.offer(new Waiting(socket, envelope, System.nanoTime()));
    }

    private void run() {
        List<Waiting> batch = new ArrayList<>();
        while (ended.getCount() > 0) {
            try {
                Waiting first = waiting.poll(APART.toNanos(), TimeUnit.NANOSECONDS);
                if (first != null) {
                    batch.add(first);
                    waiting.drainTo(batch, AT_ONCE - 1);
                    store(batch);
                }
            } catch (InterruptedException failed) {
                LOG.log(Level.WARNING, "envelopes are left: {0}", failed.getClass().getSimpleName());
            }
            batch.clear();
        }
    }

    private void store(List<Waiting> batch) throws InterruptedException {
        List<JsonNode> payloads = batch.stream().map(one -> one.envelope().path("payload")).toList();
        while (ended.getCount() > 0) {
            try {
                taker.accept(payloads);
                batch.forEach(one -> one.socket().acknowledge(one.envelope().path("envelope_id").asText()));
                return;
            } catch (Throwable failed) {
                LOG.log(Level.WARNING, "payloads could not be stored: {0}", failed.getClass().getSimpleName());
            }
            if (System.nanoTime() - batch.getFirst().came() > IN_TIME.toNanos()
                    || ended.await(APART.toNanos(), TimeUnit.NANOSECONDS)) {
                return;
            }
        }
    }

    /// Lets what is being stored be stored and acknowledged; nothing is when it has not begun.
    @Override
    public void close() {
        try {
            if (thread.getState() != Thread.State.NEW) {
                thread.join(LAST_BATCH);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
