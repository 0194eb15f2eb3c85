package dev.pilcrow.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pilcrow.BesideOthers;
import dev.pilcrow.Effort;
import dev.pilcrow.slack.server.Person;
import dev.pilcrow.slack.server.Place;
import dev.pilcrow.slack.server.Setup;
import dev.pilcrow.slack.server.SlackMessage;
import dev.pilcrow.standin.Json;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// What Slack hands over is answered once, however often, in whatever order and under whatever names it does.
@Timeout(3600)
@BesideOthers
class SlackDeliveryTest {

    private static final int COPIES = 4;
    private static final int OF_ONE = 5;
    private static final int SENDERS = 8;
    /// Of so many questions of a person one is asked in a channel.
    private static final int QUESTIONS_A_MENTION = 5;
    /// Fewer wait than would be told that the bot is busy.
    private static final int MOST_WAITING = 1500;

    @TempDir
    Path folder = Path.of("");

    @Test
    void answersOnceWhatIsDeliveredAgainAndShuffledAndAcrossARestart() throws Exception {
        int questions = Effort.of(300, 25_000);
        // What is said reaches nobody by itself: it is handed over here.
        Setup setup = Setup.usual().retries(new Duration[0]).keeping(100_000, 1_000);
        try (ServedSlack served = ServedSlack.of(setup, ServedSlack.Parts.in(folder).byRequests())) {
            List<SlackMessage> asked = new ArrayList<>();
            Place channel = served.server.channel("general");
            while (asked.size() < questions) {
                Person person = served.server.person("P" + asked.size(), "en-US");
                for (int i = 0; i < OF_ONE; i++) {
                    String text = "q" + asked.size();
                    asked.add(asked.size() % QUESTIONS_A_MENTION == 0
                            ? person.asks(channel, text)
                            : person.says(served.server.dm(person), text));
                }
            }
            List<String> bodies = new ArrayList<>();
            asked.forEach(message -> bodies.addAll(copies(message)));
            Collections.shuffle(bodies, new Random(4));
            deliver(served, bodies.subList(0, bodies.size() / 2), true);
            deliver(served, bodies.subList(bodies.size() / 2, bodies.size()), false);
            await().atMost(Duration.ofMinutes(20)).until(() -> served.store.inbox().waiting() == 0);
            long once = IntStream.range(0, questions).filter(i -> isAnsweredOnce(asked.get(i), i)).count();
            int answers = asked.stream().mapToInt(message -> message.answers().size()).sum();
            Effort.report("R4 platform=slack deliveries=" + questions * COPIES + " questions=" + questions
                    + " answers=" + answers);
            assertThat(once).isEqualTo(questions);
            assertThat(answers).isEqualTo(questions);
            assertThat(served.inbox.outcomes()).isEqualTo(Map.of("answered", (long) questions));
            assertThat(served.server.violations()).isEmpty();
        }
    }

    private static boolean isAnsweredOnce(SlackMessage message, int number) {
        List<SlackMessage> answers = message.answers();
        return answers.size() == 1 && answers.getFirst().text().replace(" again", "").equals("answer to q" + number);
    }

    /// An event twice, and two more of the same message; a mention in both of its forms.
    private static List<String> copies(SlackMessage message) {
        boolean mention = message.place().name().equals("general");
        String type = mention ? "app_mention" : "message";
        String first = event(message, "message", "Ev1" + message.ts());
        return List.of(first, first, event(message, type, "Ev2" + message.ts()),
                event(message, type, "Ev3" + message.ts()));
    }

    private static String event(SlackMessage message, String type, String id) {
        ObjectNode event = message.json().deepCopy().put("type", type).put("channel", message.place().id())
                .put("event_ts", message.ts());
        if (type.equals("message")) {
            event.put("channel_type", message.place().id().startsWith("D") ? "im" : "channel");
        }
        ObjectNode payload = Json.object().put("type", "event_callback").put("event_id", id);
        payload.set("event", event);
        return payload.toString();
    }

    /// Delivers from many threads, each event again until it is taken, as Slack does.
    ///
    /// @param restarts is the bot begun again in between?
    private static void deliver(ServedSlack served, List<String> bodies, boolean restarts) throws Exception {
        AtomicInteger next = new AtomicInteger();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> senders = new ArrayList<>();
            for (int i = 0; i < SENDERS; i++) {
                senders.add(threads.submit(() -> {
                    for (int at = next.getAndIncrement(); at < bodies.size(); at = next.getAndIncrement()) {
                        String body = bodies.get(at);
                        await().pollDelay(Duration.ZERO).atMost(ServedSlack.LONG).ignoreExceptions()
                                .untilAsserted(() -> {
                                    assertThat(served.store.inbox().waiting()).isLessThan(MOST_WAITING);
                                    hand(served, body);
                                });
                    }
                }));
            }
            if (restarts) {
                await().atMost(Duration.ofMinutes(20)).until(() -> next.get() > bodies.size() / 2);
                served.restart();
            }
            for (Future<?> sender : senders) {
                get(sender);
            }
        }
    }

    private static void hand(ServedSlack served, String body) {
        served.slack.receive(body);
    }

    private static void get(Future<?> sender) throws InterruptedException {
        try {
            sender.get();
        } catch (ExecutionException failed) {
            throw new AssertionError(failed.getCause());
        }
    }

    @Test
    void answersAMentionOnceInWhicheverOrderItsTwoEventsCome() {
        int posts = Effort.of(60, 1000);
        int answers = 0;
        int events = 0;
        for (Setup.Order order : List.of(Setup.Order.MENTION_FIRST, Setup.Order.MESSAGE_FIRST)) {
            try (ServedSlack served = ServedSlack.of(Setup.usual().order(order),
                    ServedSlack.Parts.in(folder(order)))) {
                Place channel = served.server.channel("general");
                List<SlackMessage> asked = new ArrayList<>();
                for (int i = 0; i < posts / 2; i++) {
                    Person person = served.server.person("P" + i, "en-US");
                    asked.add(person.asks(channel, "q" + i));
                }
                served.awaitDone(Duration.ofMinutes(5));
                answers += asked.stream().mapToInt(message -> message.answers().size()).sum();
                events += served.server.acks().all().size();
                assertThat(IntStream.range(0, asked.size())).allMatch(i -> isAnsweredOnce(asked.get(i), i));
                assertThat(served.inbox.outcomes()).isEqualTo(Map.of("answered", (long) asked.size()));
                assertThat(served.server.violations()).isEmpty();
            }
        }
        Effort.report("R5 platform=slack posts=" + posts + " answers=" + answers);
        assertThat(answers).isEqualTo(posts);
        assertThat(events).as("two events of each, and the bot's own").isGreaterThanOrEqualTo(2 * posts);
    }

    private Path folder(Setup.Order order) {
        Path one = folder.resolve(order.name());
        assertThat(one.toFile().mkdir()).isTrue();
        return one;
    }
}
