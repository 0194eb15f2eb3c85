package dev.pilcrow.limits;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.function.Supplier;

/// What was asked of a process that is the only one. A person or conversation that has not been heard of for a day has full
/// buckets. Thread-safe.
final class MemoryTally implements Tally {

    private static final int MOST = 100_000;
    private static final Duration IDLE = Duration.ofDays(1);

    private final TimeMeter meter;
    private final Cache<String, Bucket> buckets = Caffeine.newBuilder().maximumSize(MOST).expireAfterAccess(IDLE)
            .build();
    private final Cache<String, Boolean> told = Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(IDLE).build();

    MemoryTally(TimeMeter meter) {
        this.meter = meter;
    }

    @Override
    public <T> T inTurn(Supplier<T> count) {
        return count.get();
    }

    @Override
    public Bucket bucket(Limit limit, String key) {
        return buckets.get(key,
                _ -> Bucket.builder().withCustomTimePrecision(meter).addLimit(limit.bandwidth()).build());
    }

    @Override
    public boolean tell(String person) {
        return told.asMap().put(person, true) == null;
    }

    @Override
    public void forget(String person) {
        told.invalidate(person);
    }
}
