package dev.pilcrow.conversation;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

/// A memory that ends with the process. Thread-safe.
final class RecentMemory implements Memory {

    private final AtomicReference<List<Turn>> turns = new AtomicReference<>(List.of());

    @Override
    public List<Turn> turns() {
        return turns.get();
    }

    @Override
    public void add(String person, Turn turn) {
        turns.updateAndGet(before -> {
            List<Turn> all = new ArrayList<>(before);
            all.add(turn);
            return List.copyOf(all.subList(Math.max(0, all.size() - MOST), all.size()));
        });
    }

    @Override
    public void takeBack(String question) {
        turns.updateAndGet(before -> {
            List<Turn> all = new ArrayList<>(before);
            for (int i = all.size() - 1; i >= 0; i--) {
                if (all.get(i).question().equals(question)) {
                    all.remove(i);
                    return List.copyOf(all);
                }
            }
            return before;
        });
    }

    @Override
    public void clear() {
        turns.set(List.of());
    }
}
