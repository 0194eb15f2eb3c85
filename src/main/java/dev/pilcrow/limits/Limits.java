package dev.pilcrow.limits;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/// Counts questions against every {@link Limit}, in memory. A person or conversation that has not been heard of for a day
/// has full buckets. Thread-safe.
public final class Limits {

    private static final int MOST = 100_000;
    private static final Duration IDLE = Duration.ofDays(1);

    private final TimeMeter meter;
    private final Cache<String, Bucket> buckets = Caffeine.newBuilder().maximumSize(MOST).expireAfterAccess(IDLE)
            .build();
    /// Who has been told, anywhere, since their last question that was allowed: each question may be a conversation of its
    /// own.
    private final Cache<String, Boolean> told = Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(IDLE)
            .build();

    public Limits(InstantSource clock) {
        this.meter = new Meter(clock);
    }

    /// Counts a question. One that is refused counts against no limit.
    ///
    /// @param person who asks, unlike anybody on any platform
    /// @param conversation where
    public Verdict take(String person, String conversation) {
        List<Bucket> taken = new ArrayList<>();
        for (Limit limit : Limit.values()) {
            Bucket bucket = bucket(limit, person, conversation);
            long nanos = bucket.tryConsumeAndReturnRemaining(1).getNanosToWaitForRefill();
            if (nanos > 0) {
                taken.forEach(one -> one.addTokens(1));
                return new Verdict.Refused(Duration.ofNanos(nanos), told.asMap().put(person, true) == null);
            }
            taken.add(bucket);
        }
        told.invalidate(person);
        return new Verdict.Allowed();
    }

    private Bucket bucket(Limit limit, String person, String conversation) {
        String key = switch (limit) {
            case PERSON, PERSON_A_DAY -> limit + " " + person;
            case CONVERSATION -> limit + " " + conversation;
            case ALL -> limit.name();
        };
        return buckets.get(key, _ -> full(limit));
    }

    private Bucket full(Limit limit) {
        return Bucket.builder().withCustomTimePrecision(meter)
                .addLimit(Bandwidth.builder().capacity(limit.size()).refillGreedy(limit.refill(), limit.period())
                        .build())
                .build();
    }

    private record Meter(InstantSource clock) implements TimeMeter {

        @Override
        public long currentTimeNanos() {
            return clock.millis() * 1_000_000;
        }

        @Override
        public boolean isWallClockBased() {
            return true;
        }
    }
}
