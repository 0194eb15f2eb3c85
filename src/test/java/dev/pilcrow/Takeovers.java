package dev.pilcrow;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;

/// How long Telegram was polled by nobody after the process that polled was killed. Only those count during which another
/// process stood by already.
final class Takeovers {

    private static final Duration LONG = Duration.ofMinutes(1);
    private static final Duration LOOK = Duration.ofMillis(10);

    private final TelegramTown town;
    private int number;
    private Duration slowest = Duration.ZERO;

    Takeovers(TelegramTown town) {
        this.town = town;
    }

    /// Kills a process, and waits for the next poll when it was the one that polled.
    ///
    /// @param all the processes, this one too
    void kill(BotProcess victim, List<BotProcess> all) {
        boolean counts = Replicas.receives(victim) && all.stream().anyMatch(Replicas::standsBy);
        victim.kill();
        long killed = System.nanoTime();
        if (!counts) {
            return;
        }
        int before = polls();
        await().pollInterval(LOOK).atMost(LONG).until(() -> polls() > before);
        Duration time = Duration.ofNanos(System.nanoTime() - killed);
        number++;
        slowest = time.compareTo(slowest) > 0 ? time : slowest;
    }

    private int polls() {
        return town.server().counts().getOrDefault("getUpdates", 0);
    }

    int number() {
        return number;
    }

    Duration slowest() {
        return slowest;
    }
}
