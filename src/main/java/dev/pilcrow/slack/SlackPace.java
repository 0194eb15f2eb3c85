package dev.pilcrow.slack;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import dev.pilcrow.chat.Posted;
import io.github.bucket4j.Bucket;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/// Lets messages and changes through one after the other in each channel, as fast as Slack takes them. Changes are counted
/// in the whole workspace, and a message that grows gives way to those that are finished. Thread-safe.
final class SlackPace {

    private static final int CHANNELS = 50_000;
    private static final Duration KEPT = Duration.ofHours(1);
    private static final Duration NEXT = Duration.ofSeconds(1);

    private final SlackLimits limits;
    private final Bucket changes;
    private final LoadingCache<String, Lane> lanes;

    SlackPace(SlackLimits limits) {
        this.limits = limits;
        this.changes = bucket(limits.changes());
        this.lanes = Caffeine.newBuilder().maximumSize(CHANNELS).expireAfterAccess(KEPT)
                .build(_ -> new Lane(new ReentrantLock(true), bucket(limits.channel())));
    }

    /// One channel's.
    private record Lane(ReentrantLock turn, Bucket bucket) {
    }

    /// What is sent.
    enum Kind {
        NEW, CHANGE,
        /// A change that another one follows.
        GROWTH
    }

    private static Bucket bucket(SlackLimits.Rate rate) {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(rate.burst()).refillGreedy(rate.count(), rate.period()))
                .build();
    }

    /// Sends when it is the sender's turn. What has to wait for long is told to come later.
    Posted inTurn(String channel, Kind kind, Supplier<Posted> send) {
        Lane lane = lanes.get(channel);
        try {
            if (!lane.turn.tryLock(limits.patience().toNanos(), TimeUnit.NANOSECONDS)) {
                return new Posted.Later(NEXT);
            }
            try {
                Bucket bucket = kind == Kind.NEW ? lane.bucket : changes;
                return passes(bucket, kind) ? send.get() : later(bucket, kind);
            } finally {
                lane.turn.unlock();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return new Posted.Later(NEXT);
        }
    }

    private boolean passes(Bucket bucket, Kind kind) throws InterruptedException {
        return switch (kind) {
            case NEW, CHANGE -> bucket.asBlocking().tryConsume(1, limits.patience());
            case GROWTH -> bucket.getAvailableTokens() > limits.spare() && bucket.tryConsume(1);
        };
    }

    private Posted later(Bucket bucket, Kind kind) {
        int room = kind == Kind.GROWTH ? limits.spare() + 1 : 1;
        return new Posted.Later(
                Duration.ofNanos(bucket.estimateAbilityToConsume(room).getNanosToWaitForRefill()).plusMillis(1));
    }
}
