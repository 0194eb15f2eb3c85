package dev.pilcrow.limits;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class LimitsTest {

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);
    private final Limits limits = new Limits(now::get);

    @Test
    void onePersonAsksSoManyAtAStretchAndIsToldWhenTheNextIsDue() {
        exhaust("li", "room");
        assertThat(limits.take("li", "room")).isEqualTo(new Verdict.Refused(Limit.PERSON, Duration.ofSeconds(6), true));
        pass(Duration.ofSeconds(2));
        assertThat(limits.take("li", "room"))
                .isEqualTo(new Verdict.Refused(Limit.PERSON, Duration.ofSeconds(4), false));
        pass(Duration.ofSeconds(4));
        assertThat(limits.take("li", "room")).isEqualTo(new Verdict.Allowed());
        assertThat(limits.take("li", "room")).as("told anew after one that was allowed")
                .isEqualTo(new Verdict.Refused(Limit.PERSON, Duration.ofSeconds(6), true));
    }

    @Test
    void whoAsksTooMuchInOneConversationAsksTooMuchInAnother() {
        exhaust("li", "room");
        assertThat(limits.take("li", "other"))
                .isEqualTo(new Verdict.Refused(Limit.PERSON, Duration.ofSeconds(6), true));
        assertThat(limits.take("li", "room")).as("told already").isEqualTo(
                new Verdict.Refused(Limit.PERSON, Duration.ofSeconds(6), false));
    }

    @Test
    void onePersonsLimitIsNotAnothers() {
        exhaust("li", "room");
        assertThat(limits.take("han", "room")).isEqualTo(new Verdict.Allowed());
    }

    @Test
    void aConversationHasALimitOfItsOwnThatLeavesOthersAlone() {
        for (int i = 0; i < Limit.CONVERSATION.size(); i++) {
            assertThat(limits.take("person" + i, "room")).isEqualTo(new Verdict.Allowed());
        }
        assertThat(limits.take("one more", "room"))
                .isEqualTo(new Verdict.Refused(Limit.CONVERSATION, Duration.ofSeconds(3), true));
        assertThat(limits.take("one more", "elsewhere")).isEqualTo(new Verdict.Allowed());
    }

    @Test
    void whatIsRefusedCountsAgainstNothing() {
        for (int i = 0; i < Limit.CONVERSATION.size(); i++) {
            limits.take("person" + i, "room");
        }
        for (int i = 0; i < 100; i++) {
            limits.take("li", "room");
        }
        exhaust("li", "elsewhere");
    }

    @Test
    void allTogetherHaveALimit() {
        for (int i = 0; i < Limit.ALL.size(); i++) {
            assertThat(limits.take("person" + i, "room" + i)).isEqualTo(new Verdict.Allowed());
        }
        assertThat(limits.take("one more", "elsewhere"))
                .isEqualTo(new Verdict.Refused(Limit.ALL, Duration.ofMillis(25), true));
    }

    @Test
    void aDayHasALimitHoweverSlowlyOneAsks() {
        int asked = 0;
        for (int i = 0; i < 600; i++) {
            asked += limits.take("li", "room") instanceof Verdict.Allowed ? 1 : 0;
            pass(Duration.ofSeconds(12));
        }
        assertThat(asked).isBetween(Limit.PERSON_A_DAY.size(), Limit.PERSON_A_DAY.size() + 30);
    }

    private void exhaust(String person, String conversation) {
        for (int i = 0; i < Limit.PERSON.size(); i++) {
            assertThat(limits.take(person, conversation)).isEqualTo(new Verdict.Allowed());
        }
    }

    private void pass(Duration time) {
        now.updateAndGet(before -> before.plus(time));
    }
}
