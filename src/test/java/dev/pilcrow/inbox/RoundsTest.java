package dev.pilcrow.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.pilcrow.standin.HandClock;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The signs of life of the threads that drive the work.
@Timeout(60)
class RoundsTest {

    private static final Duration LONG = Duration.ofSeconds(15);

    @Test
    void theThreadsComeRoundAllTheTimeThoughTheStoreFailsAndNoMoreWhenItIsClosed(@TempDir Path folder)
            throws Exception {
        Talk talk = Talk.started(folder);
        awaitRound(talk, talk.inbox.lastRound());
        talk.store.close();
        awaitRound(talk, Instant.now());
        talk.close();
        Instant last = talk.inbox.lastRound();
        await().pollDelay(Duration.ofSeconds(3)).until(() -> true);
        assertThat(talk.inbox.lastRound()).isEqualTo(last);
    }

    @Test
    void oneThreadThatDoesNotComeRoundIsEnough() {
        HandClock clock = new HandClock();
        Instant begun = clock.instant();
        Rounds rounds = new Rounds(clock);
        clock.forward(Duration.ofSeconds(5));
        rounds.come(Rounds.Of.LEASE);
        assertThat(rounds.last()).isEqualTo(begun);
        rounds.come(Rounds.Of.DISPATCHER);
        assertThat(rounds.last()).isEqualTo(clock.instant());
    }

    private static void awaitRound(Talk talk, Instant after) {
        await().atMost(LONG).until(() -> talk.inbox.lastRound().isAfter(after));
    }
}
