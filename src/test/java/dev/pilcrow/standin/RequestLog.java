package dev.pilcrow.standin;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// The newest requests, in the order in which they came, and how many there were in all. Thread-safe.
public final class RequestLog {

    private final int most;
    private final Deque<Entry> entries = new ArrayDeque<>();
    private final Map<String, Integer> counts = new ConcurrentHashMap<>();

    /// A request that may be under way still.
    public static final class Entry {

        private final Request begun;
        private volatile int status;

        private Entry(Request begun) {
            this.begun = begun;
        }

        public void ended(int code) {
            status = code;
        }

        private Request request() {
            return new Request(begun.method(), begun.at(), begun.body(), status);
        }
    }

    public RequestLog(int most) {
        this.most = most;
    }

    public synchronized Entry add(String method, Instant at, JsonNode params) {
        Entry entry = new Entry(new Request(method, at, params, 0));
        entries.add(entry);
        counts.merge(method, 1, Integer::sum);
        if (entries.size() > most) {
            entries.remove();
        }
        return entry;
    }

    public synchronized List<Request> all() {
        return entries.stream().map(Entry::request).toList();
    }

    public Map<String, Integer> counts() {
        return Map.copyOf(counts);
    }
}
