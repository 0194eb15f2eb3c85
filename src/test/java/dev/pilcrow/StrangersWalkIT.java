package dev.pilcrow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Somebody who knows nothing but the README has the bot at work by what stands there.
@Timeout(900)
class StrangersWalkIT {

    private static final Duration TEN_MINUTES = Duration.ofMinutes(10);

    private static Walk walk(Checkout checkout) {
        return new Walk(checkout, Guide.of(checkout.folder().resolve("README.md")));
    }

    @Test
    void theChatThatTheReadmeShowsGoesSo(@TempDir Path home) {
        Walk walk = walk(Checkout.built(home));
        walk.talksInTheTerminal();
        walk.asks();
    }

    @Test
    void theReadmesCommandForTelegramLeadsToTheReadmesAnswers(@TempDir Path home) {
        walk(Checkout.built(home)).answersInTelegram();
    }

    @Test
    void theReadmesCommandForSlackLeadsToTheReadmesAnswer(@TempDir Path home) {
        walk(Checkout.built(home)).answersInSlack();
    }

    @Test
    @Tag("soak")
    void aStrangerWithAFreshCloneHasTheBotOnBothPlatformsWithinTenMinutes(@TempDir Path temporary) throws IOException {
        long begun = System.nanoTime();
        Checkout clone = Checkout.fresh(temporary);
        assertThat(clone.folder().resolve("target")).doesNotExist();
        Walk walk = walk(clone);
        walk.talksInTheTerminal();
        Duration first = Duration.ofNanos(System.nanoTime() - begun);
        walk.asks();
        walk.guide().commands().forEach(walk::does);
        walk.answersInTelegram();
        walk.answersInSlack();
        Duration all = Duration.ofNanos(System.nanoTime() - begun);
        assertThat(all).isLessThan(TEN_MINUTES);
        Effort.report("walk commands=%d first_answer_s=%d all_s=%d".formatted(walk.guide().commands().size(),
                first.toSeconds(), all.toSeconds()));
    }
}
