package dev.pilcrow.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.pilcrow.BesideOthers;
import dev.pilcrow.Effort;
import dev.pilcrow.chat.Delivery;
import dev.pilcrow.chat.Intake;
import dev.pilcrow.chat.Place;
import dev.pilcrow.inbox.EchoRespondent;
import dev.pilcrow.inbox.Respondent;
import dev.pilcrow.slack.server.Acks;
import dev.pilcrow.slack.server.Person;
import dev.pilcrow.slack.server.Setup;
import dev.pilcrow.store.Store;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// How soon Slack is told that the bot has what was said, while a model takes half a minute for each answer; beside how soon
/// it is told by a bot that keeps nothing, on the same machine under the same load.
@Timeout(3600)
@BesideOthers
class SlackAcksTest {

    private static final int BRIEF = 200;
    private static final int FULL = 30_000;
    private static final long EVENTS_A_SECOND = 50;
    private static final int PEOPLE = 500;
    private static final Duration ANSWERING = Duration.ofSeconds(30);
    private static final Duration LATEST = Duration.ofSeconds(3);
    private static final double SHARE = 0.999;
    private static final int TIMES = 10;

    @TempDir
    Path folder = Path.of("");

    @Test
    void acknowledgesInTimeHoweverSlowlyItAnswers() {
        int events = Effort.of(BRIEF, FULL);
        Acks control = load(events, "control", _ -> new Forgetful());
        Acks acks = load(events, "stored", UnaryOperator.identity());
        long p999 = acks.percentile(SHARE).toMillis();
        long controlP999 = control.percentile(SHARE).toMillis();
        Effort.report("R8 platform=slack events=" + events + " p999_ms=" + p999 + " control_p999_ms=" + controlP999
                + " late=" + acks.late());
        assertThat(acks.all()).allMatch(ack -> ack.attempt() == 0 && ack.took().compareTo(LATEST) < 0);
        assertThat(acks.late()).isZero();
        assertThat(acks.failed()).isZero();
        if (Effort.of(BRIEF, FULL) == FULL) {
            assertThat(acks.percentile(SHARE)).isLessThan(control.percentile(SHARE).multipliedBy(TIMES));
        }
    }

    /// People say so much at this pace; gives how soon it was acknowledged.
    private Acks load(int events, String name, UnaryOperator<Intake> intake) {
        Path one = folder.resolve(name);
        assertThat(one.toFile().mkdir()).isTrue();
        try (ServedSlack served = ServedSlack.of(Setup.usual().keeping(2 * FULL, 4 * FULL),
                ServedSlack.Parts.in(one).respondent(SlackAcksTest::slow).intake(intake))) {
            List<Person> people = new ArrayList<>();
            long begun = System.nanoTime();
            for (int i = 0; i < events; i++) {
                if (people.size() < PEOPLE) {
                    people.add(served.server.person("P" + i, "en-US"));
                }
                Person person = people.get(i % people.size());
                person.says(served.server.dm(person), "q" + i);
                LockSupport.parkNanos(
                        begun + (i + 1) * TimeUnit.SECONDS.toNanos(1) / EVENTS_A_SECOND - System.nanoTime());
            }
            await().atMost(ServedSlack.LONG).until(() -> served.server.pending() == 0);
            assertThat(served.server.acks().all()).hasSizeGreaterThanOrEqualTo(events);
            assertThat(served.server.violations()).isEmpty();
            return served.server.acks();
        }
    }

    private static Respondent slow(Store store) {
        EchoRespondent echo = new EchoRespondent(store);
        echo.setEffort(ANSWERING);
        return echo;
    }

    /// Keeps nothing.
    private static final class Forgetful implements Intake {

        @Override
        public int accept(List<Delivery> deliveries) {
            return deliveries.size();
        }

        @Override
        public boolean takesPartIn(Place place) {
            return false;
        }
    }
}
