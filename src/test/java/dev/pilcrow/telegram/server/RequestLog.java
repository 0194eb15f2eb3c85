package dev.pilcrow.telegram.server;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// The newest requests, in the order in which they came, and how many there were in all. Thread-safe.
final class RequestLog {

    private final int most;
    private final Deque<Entry> entries = new ArrayDeque<>();
    private final Map<String, Integer> counts = new ConcurrentHashMap<>();

    /// A request that may be under way still.
    static final class Entry {

        private final Request begun;
        private volatile int status;

        private Entry(Request begun) {
            this.begun = begun;
        }

        void ended(int code) {
            status = code;
        }

        private Request request() {
            return new Request(begun.method(), begun.at(), begun.body(), status);
        }
    }

    RequestLog(int most) {
        this.most = most;
    }

    synchronized Entry add(String method, Instant at, Params params) {
        Entry entry = new Entry(new Request(method, at, params.all(), 0));
        entries.add(entry);
        counts.merge(method, 1, Integer::sum);
        if (entries.size() > most) {
            entries.remove();
        }
        return entry;
    }

    synchronized List<Request> all() {
        return entries.stream().map(Entry::request).toList();
    }

    Map<String, Integer> counts() {
        return Map.copyOf(counts);
    }
}
