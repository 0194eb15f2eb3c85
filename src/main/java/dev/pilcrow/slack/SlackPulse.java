package dev.pilcrow.slack;

import dev.pilcrow.chat.Health;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;

/// Tells from the answers to what receiving begins with how it goes, and how long to wait after one that failed.
/// Thread-safe.
final class SlackPulse {

    private static final Duration FIRST = Duration.ofMillis(300);
    private static final Duration LONGEST = Duration.ofSeconds(3);
    private static final Duration REFUSED = Duration.ofSeconds(30);

    /// The app has as many connections as Slack allows it, those of its other processes.
    private static final String CROWDED = "too_many_websockets";
    private static final Duration FULL = Duration.ofSeconds(10);

    private final RandomGenerator random;
    private final AtomicInteger failures = new AtomicInteger();
    private volatile SlackReply last = SlackReply.without(SlackReply.UNKNOWN);

    SlackPulse(RandomGenerator random) {
        this.random = random;
    }

    /// Payloads can come.
    void beats() {
        failures.set(0);
        last = SlackReply.without(SlackReply.DONE);
    }

    void fails(SlackReply reply) {
        last = reply;
    }

    /// How long to wait after a failure.
    Duration pause() {
        SlackReply why = last;
        if (why.isStrange()) {
            return REFUSED;
        }
        if (why.error().equals(CROWDED)) {
            return FULL;
        }
        if (why.code() == SlackReply.LATER) {
            return Duration.ofSeconds(Math.max(1, why.retryAfter()));
        }
        int doublings = Math.min(failures.getAndIncrement(), 10);
        long most = Math.min(FIRST.toMillis() << doublings, LONGEST.toMillis());
        return Duration.ofMillis(random.nextLong(most / 2, most + 1));
    }

    /// @param open can payloads come now?
    Health health(boolean open) {
        if (last.isStrange()) {
            return Health.REFUSED;
        }
        return open ? Health.GOOD : last.error().equals(CROWDED) ? Health.STANDBY : Health.SILENT;
    }
}
