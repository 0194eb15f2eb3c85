package dev.pilcrow.conversation;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.pilcrow.answer.Answer;
import dev.pilcrow.answer.Claim;
import dev.pilcrow.answer.Watcher;
import dev.pilcrow.search.CacheFigures;
import java.time.Duration;
import java.util.function.Function;

/// The answers given of late. Who asks what somebody else is asking waits for the same answer and sees it grow. What
/// failed, or is not all, is given to those who wait for it and is not kept. Thread-safe.
final class AnswerCache {

    /// Memory for answers, in characters.
    private static final long ROOM = 4L << 20;
    private static final Duration LONGEST = Duration.ofHours(24);
    /// What an answer takes beside its characters, in characters.
    private static final int OVERHEAD = 200;

    private final Cache<AnswerKey, Flight> flights = Caffeine.newBuilder().maximumWeight(ROOM)
            .expireAfterWrite(LONGEST).weigher(AnswerCache::weight).recordStats().build();

    /// The answer to a question, from memory, from whoever is being answered, or made now.
    ///
    /// @param make makes it, on a thread of its own, which is interrupted when nobody waits any more
    /// @throws InterruptedException when this asker is interrupted; the others go on waiting
    Answered get(AnswerKey key, Watcher watcher, Function<Watcher, Answered> make) throws InterruptedException {
        while (true) {
            Flight flight = flights.get(key, _ -> new Flight());
            if (flight.join(make, ended -> settle(key, ended))) {
                return flight.await(watcher);
            }
            flights.asMap().remove(key, flight);
        }
    }

    /// Weighs an answer anew when it is known, or forgets it.
    private void settle(AnswerKey key, Flight flight) {
        if (flight.isWorthKeeping()) {
            flights.asMap().replace(key, flight, flight);
        } else {
            flights.asMap().remove(key, flight);
        }
    }

    /// Forgets all answers; those that are being made are given to who waits for them, and not kept.
    void forget() {
        flights.invalidateAll();
    }

    private static int weight(AnswerKey key, Flight flight) {
        return OVERHEAD + key.question().length() + key.meaning().length()
                + flight.answered().map(answered -> length(answered.answer())).orElse(0);
    }

    private static int length(Answer answer) {
        return answer instanceof Answer.Grounded grounded
                ? grounded.claims().stream().mapToInt(AnswerCache::length).sum()
                : 0;
    }

    private static int length(Claim claim) {
        return claim.text().length() + claim.citations().stream().mapToInt(citation -> citation.quote().length()).sum();
    }

    CacheFigures figures() {
        return CacheFigures.of("answers", flights);
    }
}
