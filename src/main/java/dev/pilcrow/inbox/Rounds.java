package dev.pilcrow.inbox;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/// When each of the threads that go round and round last came round. Thread-safe.
final class Rounds {

    /// The threads.
    enum Of {
        DISPATCHER, LEASE
    }

    private final InstantSource clock;
    private final Map<Of, Instant> last = new EnumMap<>(Of.class);

    /// They are taken to have come round just now.
    Rounds(InstantSource clock) {
        this.clock = clock;
        for (Of thread : Of.values()) {
            last.put(thread, clock.instant());
        }
    }

    synchronized void come(Of thread) {
        last.put(thread, clock.instant());
    }

    /// When all had come round.
    synchronized Instant last() {
        return Collections.min(last.values());
    }
}
