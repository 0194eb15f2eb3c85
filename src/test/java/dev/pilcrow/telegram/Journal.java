package dev.pilcrow.telegram;

import dev.pilcrow.chat.Delivery;
import dev.pilcrow.chat.Incoming;
import dev.pilcrow.chat.Intake;
import dev.pilcrow.chat.Place;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/// An intake that keeps in memory what is new, and can fail. Thread-safe.
final class Journal implements Intake {

    /// The library's poller, which tells of every poll that fails with all of its stack.
    static final Logger LOUD = Logger.getLogger("org.telegram.telegrambots.longpolling.BotSession");

    static {
        LOUD.setLevel(Level.OFF);
    }

    private final List<Delivery> kept = new ArrayList<>();
    private final Set<String> seen = new HashSet<>();
    private final AtomicInteger calls = new AtomicInteger();
    private volatile @Nullable Supplier<? extends Throwable> failure;
    private volatile Runnable before = () -> {
    };

    @Override
    public boolean takesPartIn(Place place) {
        return false;
    }

    @Override
    public int accept(List<Delivery> deliveries) {
        calls.incrementAndGet();
        before.run();
        Supplier<? extends Throwable> failing = failure;
        if (failing != null) {
            throw Journal.<RuntimeException>sneaked(failing.get());
        }
        synchronized (this) {
            int fresh = 0;
            for (Delivery delivery : deliveries) {
                boolean known = delivery.keys().stream().anyMatch(seen::contains);
                seen.addAll(delivery.keys());
                if (!known) {
                    kept.add(delivery);
                    fresh++;
                }
            }
            return fresh;
        }
    }

    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    private static <T extends Throwable> T sneaked(Throwable any) throws T {
        throw (T) any;
    }

    /// From now on it fails so; null for no more.
    void failing(@Nullable Supplier<? extends Throwable> with) {
        failure = with;
    }

    /// What is done before anything is kept.
    void before(Runnable action) {
        before = action;
    }

    int calls() {
        return calls.get();
    }

    synchronized List<Delivery> kept() {
        return List.copyOf(kept);
    }

    List<Incoming> incoming() {
        return kept().stream().map(Delivery::incoming).toList();
    }

    List<String> questions() {
        return incoming().stream().filter(Incoming.Question.class::isInstance)
                .map(one -> ((Incoming.Question) one).text()).toList();
    }
}
