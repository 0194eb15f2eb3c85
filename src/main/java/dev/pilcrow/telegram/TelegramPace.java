package dev.pilcrow.telegram;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import dev.pilcrow.chat.Posted;
import io.github.bucket4j.Bucket;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/// Lets messages and edits through one after the other in each chat, as fast as Telegram takes them, and none to a chat
/// that Telegram wants to be spared. Thread-safe.
final class TelegramPace {

    private static final int CHATS = 50_000;
    private static final Duration KEPT = Duration.ofHours(1);
    private static final Duration NEXT = Duration.ofSeconds(1);

    private final TelegramLimits limits;
    private final InstantSource clock;
    private final Bucket all;
    private final LoadingCache<String, Lane> lanes;

    TelegramPace(TelegramLimits limits, InstantSource clock) {
        this.limits = limits;
        this.clock = clock;
        this.all = bucket(limits.all());
        this.lanes = Caffeine.newBuilder().maximumSize(CHATS).expireAfterAccess(KEPT)
                .build(chat -> new Lane(bucket(isGroup(chat) ? limits.group() : limits.person())));
    }

    /// One chat's.
    private static final class Lane {

        private final ReentrantLock turn = new ReentrantLock(true);
        private final Bucket bucket;
        private volatile Instant spared = Instant.MIN;

        Lane(Bucket bucket) {
            this.bucket = bucket;
        }
    }

    private static boolean isGroup(String chat) {
        return chat.startsWith("-");
    }

    private static Bucket bucket(TelegramLimits.Rate rate) {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(rate.burst()).refillGreedy(rate.count(), rate.period()))
                .build();
    }

    /// Sends when it is the sender's turn. What has to wait for long is told to come later, and so is all that comes to the
    /// chat before the time that Telegram has told.
    ///
    /// @param fresh is it a new message? Of these there may be only so many in all chats
    Posted inTurn(String chat, boolean fresh, Supplier<Posted> send) {
        Lane lane = lanes.get(chat);
        if (isSpared(lane)) {
            return spared(lane);
        }
        try {
            if (!lane.turn.tryLock(limits.patience().toNanos(), TimeUnit.NANOSECONDS)) {
                return new Posted.Later(NEXT);
            }
            try {
                return isSpared(lane) ? spared(lane) : paced(lane, fresh, send);
            } finally {
                lane.turn.unlock();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return new Posted.Later(NEXT);
        }
    }

    private Posted paced(Lane lane, boolean fresh, Supplier<Posted> send) throws InterruptedException {
        if (!passes(lane.bucket)) {
            return later(lane.bucket);
        }
        if (fresh && !passes(all)) {
            return later(all);
        }
        Posted posted = send.get();
        if (posted instanceof Posted.Later later) {
            lane.spared = clock.instant().plus(later.delay());
        }
        return posted;
    }

    private boolean passes(Bucket bucket) throws InterruptedException {
        return bucket.asBlocking().tryConsume(1, limits.patience());
    }

    private static Posted later(Bucket bucket) {
        return new Posted.Later(Duration.ofNanos(bucket.estimateAbilityToConsume(1).getNanosToWaitForRefill()));
    }

    /// Does Telegram want the chat to be spared?
    boolean isSpared(String chat) {
        return isSpared(lanes.get(chat));
    }

    private boolean isSpared(Lane lane) {
        return clock.instant().isBefore(lane.spared);
    }

    private Posted spared(Lane lane) {
        Duration left = Duration.between(clock.instant(), lane.spared);
        return new Posted.Later(left.isNegative() ? Duration.ZERO : left);
    }
}
