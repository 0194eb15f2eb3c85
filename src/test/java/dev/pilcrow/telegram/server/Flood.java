package dev.pilcrow.telegram.server;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Counts what the bot sends and changes, and refuses what is too much. Thread-safe.
final class Flood {

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final World world;
    private final Limits limits;
    private final Map<Long, Deque<Instant>> minutes = new ConcurrentHashMap<>();
    private final Map<Long, Instant> full = new ConcurrentHashMap<>();
    private final Deque<Instant> all = new ArrayDeque<>();

    Flood(World world) {
        this.world = world;
        limits = world.setup().limits();
    }

    /// Counts something that is sent to a chat, or refuses it.
    synchronized void count(Chat chat) {
        Instant now = world.now();
        Deque<Instant> minute = minutes.computeIfAbsent(chat.id(), _ -> new ArrayDeque<>());
        check(window(all, limits.perSecond(), SECOND, now));
        if (chat.isGroup()) {
            check(window(minute, limits.groupPerMinute(), MINUTE, now));
        }
        if (limits.burst() > 0) {
            // The time at which the chat will have its whole burst again.
            Instant whole = full.getOrDefault(chat.id(), now);
            whole = whole.isBefore(now) ? now : whole;
            check(Duration.between(now, whole.minus(limits.every().multipliedBy(limits.burst() - 1L))));
            full.put(chat.id(), whole.plus(limits.every()));
        }
        if (limits.perSecond() > 0) {
            all.add(now);
        }
        if (limits.groupPerMinute() > 0 && chat.isGroup()) {
            minute.add(now);
        }
    }

    private static Duration window(Deque<Instant> past, int most, Duration window, Instant now) {
        while (!past.isEmpty() && !past.getFirst().plus(window).isAfter(now)) {
            past.removeFirst();
        }
        return most == 0 || past.size() < most ? Duration.ZERO : Duration.between(now, past.getFirst().plus(window));
    }

    private static void check(Duration wait) {
        if (wait.isPositive()) {
            throw Refusal.tooMany(wait.plusNanos(999_999_999).toSeconds());
        }
    }
}
