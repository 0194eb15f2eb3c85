package dev.pilcrow.conversation;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

/// What a conversation remembers: its last turns. Thread-safe.
final class Memory {

    private static final int MOST = 6;

    private final AtomicReference<List<Turn>> turns = new AtomicReference<>(List.of());

    /// The turns, oldest first.
    List<Turn> turns() {
        return turns.get();
    }

    void add(Turn turn) {
        turns.updateAndGet(before -> {
            List<Turn> all = new ArrayList<>(before);
            all.add(turn);
            return List.copyOf(all.subList(Math.max(0, all.size() - MOST), all.size()));
        });
    }

    void clear() {
        turns.set(List.of());
    }
}
