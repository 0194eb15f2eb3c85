package dev.pilcrow.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.pilcrow.BesideOthers;
import dev.pilcrow.Effort;
import dev.pilcrow.slack.server.Person;
import dev.pilcrow.slack.server.Setup;
import dev.pilcrow.slack.server.SlackMessage;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The network goes and comes back; every other time connections are not broken, but nothing comes through them.
@Timeout(7200)
@BesideOthers
class SlackCutsTest {

    private static final int BRIEF = 2;
    private static final int FULL = 50;
    private static final Duration LONGEST_RETURN = Duration.ofSeconds(10);
    /// So often that what is measured is the bot's return, and not Slack's.
    private static final Duration[] RETRIES = Stream.generate(() -> Duration.ofMillis(200)).limit(5000)
            .toArray(Duration[]::new);

    @TempDir
    Path folder = Path.of("");

    @Test
    void receivesSoonAfterTheNetworksReturnAndLosesNothing() throws InterruptedException {
        int cuts = Effort.of(BRIEF, FULL);
        Random random = new Random(11);
        List<SlackMessage> questions = new ArrayList<>();
        long slowest = 0;
        Setup setup = Setup.usual().retries(RETRIES).patience(Duration.ofSeconds(1)).keeping(20_000, 2_000);
        try (ServedSlack served = ServedSlack.of(setup, ServedSlack.Parts.in(folder))) {
            for (int i = 0; i < cuts; i++) {
                Duration cut = duration(i, random);
                asks(served, questions);
                change(served, i, true);
                asks(served, questions);
                Thread.sleep(cut.dividedBy(2));
                asks(served, questions);
                Thread.sleep(cut.dividedBy(2));
                change(served, i, false);
                long back = System.nanoTime();
                await().atMost(ServedSlack.LONG).pollInterval(Duration.ofMillis(20))
                        .until(() -> served.server.pending() == 0);
                slowest = Math.max(slowest, System.nanoTime() - back);
            }
            served.awaitDone(Duration.ofMinutes(2));
            long lost = questions.stream().filter(question -> question.answers().isEmpty()).count();
            Effort.report("R11 platform=slack cuts=" + cuts + " questions=" + questions.size()
                    + " slowest_return_ms=" + slowest / 1_000_000 + " lost=" + lost);
            assertThat(lost).isZero();
            assertThat(questions).allMatch(SlackCutsTest::isAnsweredOnce);
            assertThat(Duration.ofNanos(slowest)).isLessThanOrEqualTo(LONGEST_RETURN);
            assertThat(served.server.acks().lost()).as("given up by Slack").isZero();
            assertThat(served.server.violations()).isEmpty();
        }
    }

    /// From 1 s to 3 s, or to 60 s, short ones more often; and in full one of five minutes. None of half an hour is tried.
    private static Duration duration(int cut, Random random) {
        if (Effort.of(BRIEF, FULL) == BRIEF) {
            return Duration.ofSeconds(cut == 0 ? 1 : 3);
        }
        return cut == 0
                ? Duration.ofMinutes(5)
                : Duration.ofMillis((long) (1000 * Math.pow(60, random.nextDouble())));
    }

    private static void change(ServedSlack served, int cut, boolean cutOff) {
        if (cut % 2 == 0) {
            served.server.offline(cutOff);
        } else {
            served.server.hang(cutOff);
        }
    }

    private static void asks(ServedSlack served, List<SlackMessage> questions) {
        Person person = served.server.person("P" + questions.size(), "en-US");
        questions.add(person.says(served.server.dm(person), "q" + questions.size()));
    }

    private static boolean isAnsweredOnce(SlackMessage question) {
        return question.answers().size() == 1
                && question.answers().getFirst().text().startsWith("answer to " + question.text());
    }
}
