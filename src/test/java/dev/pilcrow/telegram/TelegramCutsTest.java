package dev.pilcrow.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.pilcrow.BesideOthers;
import dev.pilcrow.Effort;
import dev.pilcrow.telegram.server.Account;
import dev.pilcrow.telegram.server.ChatMessage;
import dev.pilcrow.telegram.server.Setup;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The network goes and comes back; every other time connections are not broken, but nothing comes through them.
@Timeout(7200)
@BesideOthers
class TelegramCutsTest {

    private static final int BRIEF = 2;
    private static final int FULL = 50;
    private static final Duration LONGEST_RETURN = Duration.ofSeconds(10);

    @TempDir
    Path folder = Path.of("");

    @Test
    void receivesSoonAfterTheNetworksReturnAndLosesNothing() throws InterruptedException {
        int cuts = Effort.of(BRIEF, FULL);
        Random random = new Random(11);
        List<ChatMessage> questions = new ArrayList<>();
        long slowest = 0;
        try (TelegramTalk talk = TelegramTalk.of(Setup.usual().keeping(20_000, 2_000),
                TelegramTalk.Parts.in(folder))) {
            for (int i = 0; i < cuts; i++) {
                Duration cut = duration(i, random);
                asks(talk, questions);
                change(talk, i, true);
                asks(talk, questions);
                Thread.sleep(cut.dividedBy(2));
                asks(talk, questions);
                Thread.sleep(cut.dividedBy(2));
                change(talk, i, false);
                long back = System.nanoTime();
                await().atMost(TelegramTalk.LONG).pollInterval(Duration.ofMillis(20))
                        .until(() -> talk.server.pending() == 0);
                slowest = Math.max(slowest, System.nanoTime() - back);
            }
            talk.awaitDone(Duration.ofMinutes(2));
            long lost = questions.stream().filter(question -> answers(question) == 0).count();
            Effort.report("R11 cuts=" + cuts + " questions=" + questions.size() + " slowest_return_ms="
                    + slowest / 1_000_000 + " lost=" + lost);
            assertThat(lost).isZero();
            assertThat(questions).allMatch(question -> answers(question) == 1);
            assertThat(Duration.ofNanos(slowest)).isLessThanOrEqualTo(LONGEST_RETURN);
            assertThat(talk.server.violations()).isEmpty();
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

    private static void change(TelegramTalk talk, int cut, boolean cutOff) {
        if (cut % 2 == 0) {
            talk.server.offline(cutOff);
        } else {
            talk.server.hang(cutOff);
        }
    }

    private static void asks(TelegramTalk talk, List<ChatMessage> questions) {
        Account person = talk.server.person("P" + questions.size(), null);
        questions.add(person.says(talk.server.dm(person), "q" + questions.size()));
    }

    private static long answers(ChatMessage question) {
        return question.chat().botMessages().stream()
                .filter(message -> message.text().startsWith("answer to " + question.text())).count();
    }
}
