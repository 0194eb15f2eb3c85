package dev.pilcrow.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class DeadlineTest {

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);
    private final Deadline deadline = Deadline.in(Duration.ofSeconds(10), now::get);

    @Test
    void aStepMayHaveLessTimeThanTheQuestionAndNeverMore() {
        assertThat(deadline.within(Duration.ofSeconds(3)).remaining()).isEqualTo(Duration.ofSeconds(3));
        assertThat(deadline.within(Duration.ofSeconds(3)).shortened()).isTrue();
        assertThat(deadline.within(Duration.ofSeconds(12))).isEqualTo(deadline);
        assertThat(deadline.shortened()).isFalse();
    }

    @Test
    void whatIsLeftIsNeverNegative() {
        now.set(Instant.EPOCH.plusSeconds(4));
        assertThat(deadline.remaining()).isEqualTo(Duration.ofSeconds(6));
        now.set(Instant.EPOCH.plusSeconds(11));
        assertThat(deadline.remaining()).isZero();
    }
}
