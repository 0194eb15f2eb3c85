package dev.pilcrow.telegram.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pilcrow.standin.Json;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The updates that the bot has not confirmed, as the official server keeps them: an offset confirms what is below it,
/// unless it lies more than ten beyond the newest, which is taken for a mistake. Thread-safe.
final class UpdateQueue {

    private static final Duration KEPT = Duration.ofDays(1);
    private static final int MOST = 100;
    private static final int BEYOND = 10;
    private static final long QUICK_NANOS = 500_000_000;
    private static final String OTHER = "terminated by other getUpdates request; make sure that only one bot instance is running";
    private static final Set<String> ON_DEMAND = Set.of("chat_member", "message_reaction", "message_reaction_count");

    private final InstantSource clock;
    private final NavigableMap<Integer, Stored> waiting = new TreeMap<>();
    private Set<String> allowed = Set.of();
    private int next = 700_000_001;
    private long polls;
    private @Nullable Refusal ending;
    private int lastOffset = Integer.MIN_VALUE;
    private long lastPoll;

    private record Stored(Instant at, ObjectNode update) {
    }

    UpdateQueue(InstantSource clock) {
        this.clock = clock;
    }

    synchronized void add(String type, JsonNode content) {
        if (allowed.isEmpty() ? !ON_DEMAND.contains(type) : allowed.contains(type)) {
            ObjectNode update = Json.object();
            update.set(type, content);
            add(update);
        }
    }

    /// Adds an update as it is; it is given a number unless it has one.
    synchronized void add(ObjectNode update) {
        expire();
        int number = update.path("update_id").asInt(next);
        ObjectNode numbered = Json.object().put("update_id", number);
        numbered.setAll(update);
        waiting.put(number, new Stored(clock.instant(), numbered));
        next = Math.max(next, number + 1);
        notifyAll();
    }

    /// Waits for updates, and confirms those below the offset.
    ///
    /// @param offset 0 for none; a negative one counts from the end
    ArrayNode poll(int offset, int limit, int seconds) throws InterruptedException {
        ArrayNode list = Json.array();
        batch(offset, limit, Duration.ofSeconds(seconds)).forEach(list::add);
        return list;
    }

    private synchronized List<ObjectNode> batch(int offset, int limit, Duration timeout) throws InterruptedException {
        long mine = ++polls;
        ending = null;
        notifyAll();
        long now = System.nanoTime();
        int most = offset == lastOffset && now - lastPoll < QUICK_NANOS ? 1 : Math.clamp(limit, 1, MOST);
        lastOffset = offset;
        long end = now + timeout.toNanos();
        while (true) {
            expire();
            List<ObjectNode> batch = new ArrayList<>();
            waiting.tailMap(from(offset)).values().stream().limit(most).forEach(stored -> batch.add(stored.update()));
            long left = end - System.nanoTime();
            if (!batch.isEmpty() || left <= 0) {
                lastPoll = System.nanoTime();
                return batch;
            }
            wait(left / 1_000_000 + 1);
            if (mine != polls || ending != null) {
                throw mine != polls ? Refusal.conflict(OTHER) : ending;
            }
        }
    }

    /// The first number to give out. Everything below it is confirmed.
    private int from(int offset) {
        if (waiting.isEmpty()) {
            return Integer.MIN_VALUE;
        }
        int from = waiting.firstKey();
        if (offset < 0) {
            List<Integer> numbers = List.copyOf(waiting.keySet());
            from = numbers.get(Math.max(0, numbers.size() + Math.max(offset, -numbers.size())));
        } else if (offset <= next + BEYOND) {
            from = Math.max(from, offset);
        }
        waiting.headMap(from).clear();
        return from;
    }

    /// Ends the poll that waits.
    synchronized void end(Refusal why) {
        ending = why;
        notifyAll();
    }

    /// The oldest update, which is waited for.
    synchronized ObjectNode first() throws InterruptedException {
        while (waiting.isEmpty()) {
            wait();
        }
        return waiting.firstEntry().getValue().update();
    }

    synchronized void confirm(ObjectNode update) {
        waiting.remove(update.path("update_id").asInt());
    }

    synchronized void drop() {
        waiting.clear();
    }

    synchronized void allow(Set<String> types) {
        allowed = Set.copyOf(types);
    }

    synchronized Set<String> allowed() {
        return allowed;
    }

    synchronized int size() {
        expire();
        return waiting.size();
    }

    synchronized void restartAt(int number) {
        if (!waiting.isEmpty()) {
            throw new IllegalStateException("updates only get other numbers after a week with none");
        }
        next = number;
    }

    private void expire() {
        Instant oldest = clock.instant().minus(KEPT);
        while (!waiting.isEmpty() && waiting.firstEntry().getValue().at().isBefore(oldest)) {
            waiting.pollFirstEntry();
        }
    }
}
