package dev.pilcrow.slack.server;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Refuses what comes faster than is published, if the setup wants it. Thread-safe.
final class Pace {

    private final Setup setup;
    private final Map<String, Bucket> buckets = new ConcurrentHashMap<>();

    private record Bucket(double tokens, Instant at) {
    }

    Pace(Setup setup) {
        this.setup = setup;
    }

    /// @param what is counted together
    /// @param perSecond how many are good for ever
    /// @param burst how many are good at once
    void count(String what, double perSecond, int burst) {
        if (!setup.paced()) {
            return;
        }
        Instant now = setup.clock().instant();
        buckets.compute(what, (_, bucket) -> {
            double tokens = bucket == null
                    ? burst
                    : Math.min(burst, bucket.tokens()
                            + Duration.between(bucket.at(), now).toNanos() / 1e9 * perSecond);
            if (tokens < 1) {
                throw Refusal.tooMany((int) Math.ceil((1 - tokens) / perSecond));
            }
            return new Bucket(tokens - 1, now);
        });
    }
}
