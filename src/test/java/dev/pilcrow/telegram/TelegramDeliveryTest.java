package dev.pilcrow.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.pilcrow.BesideOthers;
import dev.pilcrow.Effort;
import dev.pilcrow.telegram.server.Account;
import dev.pilcrow.telegram.server.ChatMessage;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// What Telegram hands over is answered once, however often, in whatever order and under whatever numbers it does.
@Timeout(3600)
@BesideOthers
class TelegramDeliveryTest {

    private static final int COPIES = 4;
    private static final int OF_ONE = 5;
    private static final int SENDERS = 8;
    /// Fewer wait than would be told that the bot is busy.
    private static final int MOST_WAITING = 1500;

    @TempDir
    Path folder = Path.of("");

    @Test
    void answersOnceWhatIsDeliveredAgainAndShuffledAndAcrossARestart() throws Exception {
        int questions = Effort.of(500, 25_000);
        try (TelegramTalk talk = TelegramTalk.of(TelegramTalk.Parts.in(folder))) {
            List<Account> people = IntStream.range(0, questions / OF_ONE)
                    .mapToObj(i -> talk.server.person("P" + i, null)).toList();
            people.forEach(talk.server::dm);
            List<String> updates = new ArrayList<>();
            for (int i = 0; i < questions; i++) {
                long person = people.get(i / OF_ONE).id();
                updates.addAll(List.of(update(10 * i, i, person), update(10 * i, i, person),
                        update(10 * i + 1, i, person), update(10 * i + 2, i, person)));
            }
            Collections.shuffle(updates, new Random(4));
            int fresh = deliver(talk, updates.subList(0, updates.size() / 2), true)
                    + deliver(talk, updates.subList(updates.size() / 2, updates.size()), false);
            talk.awaitDone(Duration.ofMinutes(20));
            Map<String, Integer> answers = new TreeMap<>();
            people.forEach(person -> talk.server.dm(person).botMessages()
                    .forEach(message -> answers.merge(message.text().replace(" again", ""), 1, Integer::sum)));
            Effort.report("R4 deliveries=" + questions * COPIES + " questions=" + questions + " answers="
                    + answers.values().stream().mapToInt(Integer::intValue).sum());
            assertThat(answers).hasSize(questions).containsKeys("answer to q0", "answer to q" + (questions - 1));
            assertThat(answers.values()).containsOnly(1);
            assertThat(fresh).as("as the webhook is told").isLessThanOrEqualTo(questions);
            assertThat(talk.inbox.outcomes()).isEqualTo(Map.of("answered", (long) questions));
            assertThat(talk.server.violations()).isEmpty();
        }
    }

    private static String update(int number, int question, long person) {
        return """
                {"update_id":%d,"message":{"message_id":%d,"date":1,"chat":{"id":%d,"type":"private"},\
                "from":{"id":%d,"is_bot":false,"first_name":"P"},"text":"q%d"}}"""
                .formatted(number, 1_000_000 + question, person, person, question);
    }

    /// Delivers from many threads, each update again until it is taken, as Telegram does.
    ///
    /// @param restarts is the bot begun again in between?
    /// @return how many were new
    private static int deliver(TelegramTalk talk, List<String> updates, boolean restarts) throws Exception {
        AtomicInteger next = new AtomicInteger();
        AtomicInteger fresh = new AtomicInteger();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> senders = new ArrayList<>();
            for (int i = 0; i < SENDERS; i++) {
                senders.add(threads.submit(() -> {
                    for (int at = next.getAndIncrement(); at < updates.size(); at = next.getAndIncrement()) {
                        String update = updates.get(at);
                        fresh.addAndGet(await().pollDelay(Duration.ZERO).atMost(TelegramTalk.LONG).ignoreExceptions()
                                .until(() -> {
                                    assertThat(talk.store.inbox().waiting()).isLessThan(MOST_WAITING);
                                    return talk.telegram.receive(update);
                                }, _ -> true));
                    }
                }));
            }
            if (restarts) {
                await().atMost(Duration.ofMinutes(20)).until(() -> next.get() > updates.size() / 2);
                talk.restart();
            }
            for (Future<?> sender : senders) {
                get(sender);
            }
        }
        return fresh.get();
    }

    private static void get(Future<?> sender) throws InterruptedException {
        try {
            sender.get();
        } catch (ExecutionException failed) {
            throw new AssertionError(failed.getCause());
        }
    }

    /// Telegram begins to count anew anywhere after a week without updates. It is near the old numbers about once in ten
    /// million times; then an offset may confirm what nobody has seen, which no bot can help.
    @Test
    void losesNothingAndPollsNoMoreWhenTelegramCountsAnew() {
        int restarts = Effort.of(10, 1000);
        Random random = new Random(6);
        try (TelegramTalk talk = TelegramTalk.of(TelegramTalk.Parts.in(folder))) {
            List<Account> people = IntStream.range(0, 10).mapToObj(i -> talk.server.person("P" + i, null)).toList();
            long begun = System.nanoTime();
            int before = talk.polls();
            int number = 700_000_000;
            for (int i = 0; i < restarts; i++) {
                boolean lower = number > 1_000_000_000 || number > 10_000 && random.nextBoolean();
                number = lower
                        ? random.nextInt(1, number - 1000)
                        : random.nextInt(number + 1000, 2_000_000_000);
                talk.server.restartIdsAt(number);
                Account person = people.get(i % people.size());
                ChatMessage question = person.says(talk.server.dm(person), "q" + i);
                String answer = "answer to " + question.text();
                await().atMost(TelegramTalk.LONG).pollInterval(Duration.ofMillis(10))
                        .until(() -> talk.server.pending() == 0 && talk.server.dm(person).botMessages().stream()
                                .filter(message -> message.text().equals(answer)).count() == 1);
            }
            await().pollDelay(Duration.ofSeconds(2)).until(() -> true);
            double seconds = (System.nanoTime() - begun) / 1e9;
            long lost = restarts - people.stream().flatMap(person -> talk.server.dm(person).botMessages().stream())
                    .map(ChatMessage::text).distinct().count();
            // A poll that brings a question is none too many.
            double polls = (talk.polls() - before - restarts) / seconds;
            Effort.report(
                    "R6 restarts=%d questions=%d lost=%d polls_per_second=%.2f".formatted(restarts, restarts, lost,
                            polls));
            assertThat(lost).isZero();
            assertThat(polls).isLessThanOrEqualTo(2);
            assertThat(talk.server.violations()).isEmpty();
        }
    }
}
