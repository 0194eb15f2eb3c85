package dev.pilcrow.telegram;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.pilcrow.chat.Health;
import dev.pilcrow.chat.Pauses;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;
import okhttp3.Interceptor;
import okhttp3.Response;

/// Tells from the answers to polls how receiving goes, and how long to wait after one that failed. Thread-safe.
final class TelegramPulse implements Interceptor {

    private static final Duration SILENCE = Duration.ofSeconds(30);
    private static final Duration FIRST = Duration.ofMillis(300);
    private static final Duration LONGEST = Duration.ofSeconds(2);
    private static final Duration CONFLICT = Duration.ofSeconds(5);
    private static final Duration REFUSED = Duration.ofSeconds(30);
    private static final int BODY = 1 << 16;

    private final InstantSource clock;
    private final RandomGenerator random;
    private final Pauses pauses;
    private final AtomicInteger failures = new AtomicInteger();
    private volatile TelegramReply last = TelegramReply.without(TelegramReply.UNKNOWN);
    private volatile Instant beat = Instant.MIN;
    private volatile boolean sure;

    /// @param pauses counts the polls that Telegram wants to be spared
    TelegramPulse(InstantSource clock, RandomGenerator random, Pauses pauses) {
        this.clock = clock;
        this.random = random;
        this.pauses = pauses;
    }

    /// Sees what the library does not tell: why a poll is refused, and until when.
    @Override
    public Response intercept(Chain chain) throws IOException {
        TelegramReply seen = TelegramReply.without(TelegramReply.UNKNOWN);
        try {
            Response response = chain.proceed(chain.request());
            seen = response.isSuccessful()
                    ? TelegramReply.without(TelegramReply.DONE)
                    : refusal(response.code(), response.peekBody(BODY).string());
            return response;
        } finally {
            if (seen.isFlood()) {
                pauses.add(seen.pause());
            }
            last = seen;
            sure &= seen.done();
        }
    }

    private static TelegramReply refusal(int code, String body) {
        try {
            return TelegramReply.of(TelegramJson.MAPPER.readTree(body));
        } catch (JsonProcessingException _) {
            return TelegramReply.without(code);
        }
    }

    /// What came is on disk, or nothing came in time.
    void beats() {
        failures.set(0);
        last = TelegramReply.without(TelegramReply.DONE);
        beat = clock.instant();
        sure = true;
    }

    /// How long the server may let the next poll wait. It is not to wait where nobody knows whether polls succeed; but one
    /// of two programs that poll in turns would think so each time.
    Duration patience() {
        return sure || last.code() == 409 ? TelegramHttp.POLL : Duration.ZERO;
    }

    /// Polls are about to begin, on good terms.
    void begins() {
        last = TelegramReply.without(TelegramReply.DONE);
        beat = clock.instant();
    }

    /// A request by which receiving begins has failed.
    void fails(TelegramReply reply) {
        last = reply;
    }

    /// How long to wait after a failure.
    Duration pause() {
        TelegramReply why = last;
        return switch (why.code()) {
            case 401, 404 -> REFUSED;
            case 409 -> CONFLICT;
            case 429 -> why.pause();
            default -> growing();
        };
    }

    private Duration growing() {
        int doublings = Math.min(failures.getAndIncrement(), 10);
        long most = Math.min(FIRST.toMillis() << doublings, LONGEST.toMillis());
        return Duration.ofMillis(random.nextLong(most / 2, most + 1));
    }

    Health health() {
        return switch (last.code()) {
            case 401, 404 -> Health.REFUSED;
            case 409 -> Health.CONFLICT;
            default -> clock.instant().isBefore(beat.plus(SILENCE)) ? Health.GOOD : Health.SILENT;
        };
    }
}
