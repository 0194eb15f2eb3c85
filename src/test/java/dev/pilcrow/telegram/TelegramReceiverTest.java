package dev.pilcrow.telegram;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpServer;
import dev.pilcrow.BesideOthers;
import dev.pilcrow.Secret;
import dev.pilcrow.chat.Health;
import dev.pilcrow.chat.Incoming;
import dev.pilcrow.chat.Message;
import dev.pilcrow.chat.Place;
import dev.pilcrow.chat.Post;
import dev.pilcrow.standin.Fault;
import dev.pilcrow.standin.Request;
import dev.pilcrow.telegram.server.Account;
import dev.pilcrow.telegram.server.Chat;
import dev.pilcrow.telegram.server.Press;
import dev.pilcrow.telegram.server.TelegramServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@BesideOthers
class TelegramReceiverTest {

    private static final Duration SOON = Duration.ofSeconds(10);

    private final TelegramServer server = TelegramServer.start();
    private final Account li = server.person("Li", "zh-hans");
    private final Chat dm = server.dm(li);
    private final Journal journal = new Journal();
    private TelegramPlatform telegram = platform(server.token());

    @AfterEach
    void close() {
        telegram.close();
        server.close();
        assertThat(server.violations()).isEmpty();
    }

    private TelegramPlatform platform(String token) {
        return new TelegramPlatform(settings(token, null, InstantSource.system()));
    }

    private TelegramSettings settings(String token, TelegramSettings.@Nullable Webhook webhook, InstantSource clock) {
        return new TelegramSettings(new Secret(token), URI.create(server.url()), webhook,
                Map.of("", List.of(command("start", "begin"), command("ask", "ask something")), "zh",
                        List.of(command("ask", "提问"))),
                TelegramLimits.unlimited(), clock);
    }

    private static TelegramSettings.Command command(String name, String description) {
        return new TelegramSettings.Command(name, description);
    }

    private void untilAsked(String... questions) {
        await().atMost(SOON).untilAsserted(() -> assertThat(journal.questions()).containsExactly(questions));
    }

    private void untilHealth(Health health) {
        await().atMost(SOON).until(() -> telegram.health() == health);
    }

    private static void passes(Duration time) {
        await().pollDelay(time).atMost(time.plusSeconds(5)).until(() -> true);
    }

    private long polls() {
        return server.counts().getOrDefault("getUpdates", 0);
    }

    @Test
    void hearsWhatWasSaidBeforeAndAfterItBegan() {
        li.says(dm, "first");
        telegram.start(journal);
        untilAsked("first");
        li.says(dm, "second");
        untilAsked("first", "second");
        untilHealth(Health.GOOD);
        assertThat(journal.kept().getFirst().place().account()).isEqualTo(Long.toString(server.bot().id()));
        assertThat(server.sent("getUpdates").getLast().body().path("allowed_updates").valueStream()
                .map(one -> one.asText()))
                .containsExactly("message", "edited_message", "callback_query", "my_chat_member");
    }

    @Test
    void confirmsAnUpdateOnlyWhenItIsStored() throws InterruptedException {
        CountDownLatch storing = new CountDownLatch(1);
        CountDownLatch disk = new CountDownLatch(1);
        journal.before(() -> {
            storing.countDown();
            await().until(() -> disk.getCount() == 0);
        });
        telegram.start(journal);
        li.says(dm, "why?");
        assertThat(storing.await(10, TimeUnit.SECONDS)).isTrue();
        long before = polls();
        TimeUnit.MILLISECONDS.sleep(700);
        assertThat(polls()).isEqualTo(before);
        assertThat(server.pending()).isEqualTo(1);
        disk.countDown();
        await().atMost(SOON).until(() -> server.pending() == 0);
        untilAsked("why?");
    }

    static List<Supplier<Throwable>> failures() {
        return List.of(() -> new IllegalStateException("full"), () -> new StackOverflowError("deep"),
                () -> new OutOfMemoryError("heap"), () -> new IOException("disk"), () -> new AssertionError("bug"));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void pollsOnAndConfirmsNothingWhileNothingCanBeStored(Supplier<Throwable> failure) {
        journal.failing(failure);
        telegram.start(journal);
        li.says(dm, "why?");
        await().atMost(SOON).until(() -> journal.calls() >= 3);
        assertThat(server.pending()).isEqualTo(1);
        li.says(dm, "and then?");
        journal.failing(null);
        untilAsked("why?", "and then?");
        await().atMost(SOON).until(() -> server.pending() == 0);
    }

    @Test
    void isNotInGoodHealthWhenNothingCanBeStored() {
        journal.failing(IllegalStateException::new);
        li.says(dm, "why?");
        telegram.start(journal);
        await().atMost(SOON).until(() -> journal.calls() >= 2);
        assertThat(telegram.health()).isEqualTo(Health.SILENT);
        journal.failing(null);
        untilHealth(Health.GOOD);
    }

    @Test
    void isSilentWhenNoPollSucceedsForHalfAMinute() {
        SettableClock clock = new SettableClock();
        telegram = new TelegramPlatform(settings(server.token(), null, clock));
        telegram.start(journal);
        untilHealth(Health.GOOD);
        server.offline(true);
        clock.forward(Duration.ofSeconds(31));
        assertThat(telegram.health()).isEqualTo(Health.SILENT);
        server.offline(false);
        untilHealth(Health.GOOD);
    }

    @Test
    void pollsOnWhenItsThreadDies() {
        SettableClock clock = new SettableClock();
        telegram = new TelegramPlatform(settings(server.token(), null, clock));
        clock.fails(2);
        telegram.start(journal);
        await().atMost(SOON).until(() -> server.counts().getOrDefault("deleteWebhook", 0) == 3);
        li.says(dm, "why?");
        untilAsked("why?");
    }

    /// The time of day, and what a test adds to it.
    private static final class SettableClock implements InstantSource {

        private volatile Duration ahead = Duration.ZERO;
        private final AtomicInteger failures = new AtomicInteger();

        /// It fails this many times, with what nobody expects of it.
        void fails(int times) {
            failures.set(times);
        }

        void forward(Duration more) {
            ahead = ahead.plus(more);
        }

        @Override
        public Instant instant() {
            if (failures.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
                throw new StackOverflowError("of the clock");
            }
            return Instant.now().plus(ahead);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {5, 2_000_000_000})
    void hearsOnWhenTelegramCountsAnewFromAnywhere(int from) {
        telegram.start(journal);
        li.says(dm, "first");
        untilAsked("first");
        await().atMost(SOON).until(() -> server.pending() == 0);
        server.restartIdsAt(from);
        long before = polls();
        Instant begun = Instant.now();
        li.says(dm, "second");
        li.says(dm, "third");
        untilAsked("first", "second", "third");
        await().atMost(SOON).until(() -> server.pending() == 0);
        passes(Duration.ofSeconds(2));
        double seconds = Duration.between(begun, Instant.now()).toMillis() / 1000.0;
        assertThat(polls() - before).isLessThanOrEqualTo(Math.round(2 * seconds) + 3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{\"update_id\":7,\"message\":{\"message_id\":1,\"date\":1,\"chat\":{\"id\":1,\"type\":"
            + "\"private\"},\"from\":{\"id\":1,\"is_bot\":false},\"text\":\"why?\"}}"})
    void pollsAtMostTwiceASecondAServerThatAnswersAtOnceWithNothingNew(String update) throws IOException {
        AtomicInteger polls = new AtomicInteger();
        HttpServer same = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        same.createContext("/", exchange -> {
            String path = exchange.getRequestURI().getPath();
            boolean poll = path.endsWith("getupdates") && polls.incrementAndGet() > 0;
            byte[] body = ("{\"ok\":true,\"result\":" + (poll ? "[" + update + "]" : "true") + "}").getBytes(UTF_8);
            exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        same.start();
        try (TelegramPlatform other = new TelegramPlatform(new TelegramSettings(new Secret("1:x"),
                URI.create("http://127.0.0.1:" + same.getAddress().getPort()), null, Map.of(),
                TelegramLimits.unlimited(),
                InstantSource.system()))) {
            other.start(journal);
            await().atMost(SOON).until(() -> polls.get() > 0);
            int before = polls.get();
            passes(Duration.ofSeconds(4));
            assertThat(polls.get() - before).isBetween(5, 9);
            assertThat(journal.kept()).hasSize(update.isEmpty() ? 0 : 1);
        } finally {
            same.stop(0);
        }
    }

    @Test
    void storesWhatStandsBesideAnUpdateThatCannotBeRead() {
        li.says(dm, "before");
        for (String poison : List.of("{\"message\":{\"message_id\":\"x\"}}", "{\"message\":[1,2]}",
                "{\"message\":{\"message_id\":3,\"chat\":{}, \"gift\":{\"gift\":{\"id\":\"1\"}}}}",
                "{\"from_next_year\":{\"a\":99999999999999999999}}")) {
            server.deliver(json(poison));
        }
        li.says(dm, "after");
        telegram.start(journal);
        untilAsked("before", "after");
        assertThat(journal.incoming().stream().filter(Incoming.Illegible.class::isInstance)).hasSize(2);
        await().atMost(SOON).until(() -> server.pending() == 0);
    }

    @Test
    void saysWhenAnotherProgramPollsAndComesBackWhenItHasGone() {
        Fault conflict = new Fault.Refuses(409, "Conflict: terminated by other getUpdates request", 0);
        server.fail("getUpdates", conflict);
        telegram.start(journal);
        untilHealth(Health.CONFLICT);
        li.says(dm, "why?");
        untilAsked("why?");
        untilHealth(Health.GOOD);
        List<Request> polls = server.sent("getUpdates");
        assertThat(Duration.between(polls.get(0).at(), polls.get(1).at())).isBetween(Duration.ofSeconds(4),
                Duration.ofSeconds(7));
    }

    @Test
    void waitsAsLongAsTelegramWantsBetweenPolls() {
        server.fail("getUpdates", Fault.tooMany(3));
        telegram.start(journal);
        li.says(dm, "why?");
        untilAsked("why?");
        List<Request> polls = server.sent("getUpdates");
        assertThat(Duration.between(polls.get(0).at(), polls.get(1).at()))
                .isGreaterThanOrEqualTo(Duration.ofSeconds(3));
    }

    @Test
    void saysThatItsTokenIsRefusedAndKeepsTrying() {
        telegram = platform("7700000001:AAnotTheTokenOfThisBot0000000000000000");
        telegram.start(journal);
        untilHealth(Health.REFUSED);
    }

    @Test
    void beginsWhenTelegramCanBeReached() {
        server.offline(true);
        long before = System.nanoTime();
        telegram.start(journal);
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(1));
        li.says(dm, "why?");
        passes(Duration.ofSeconds(2));
        assertThat(telegram.health()).isEqualTo(Health.SILENT);
        server.offline(false);
        untilAsked("why?");
    }

    @ParameterizedTest
    @ValueSource(strings = {"getMe", "deleteWebhook", "getUpdates"})
    void getsOverEveryFaultOnTheWayToItsFirstUpdate(String method) {
        server.fail(method, new Fault.Html(502), new Fault.BreaksBefore(), new Fault.Halves(), new Fault.Garbage());
        li.says(dm, "why?");
        telegram.start(journal);
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(journal.questions()).containsExactly("why?"));
    }

    @Test
    void hearsAgainWithinTenSecondsOfACutsEnd() {
        telegram.start(journal);
        untilHealth(Health.GOOD);
        server.offline(true);
        li.says(dm, "why?");
        passes(Duration.ofSeconds(4));
        server.offline(false);
        untilAsked("why?");
    }

    @Test
    void hearsAgainWithinTenSecondsWhenAConnectionHasDiedUnnoticed() {
        telegram.start(journal);
        untilHealth(Health.GOOD);
        server.hang(true);
        li.says(dm, "why?");
        passes(Duration.ofSeconds(9));
        server.hang(false);
        untilAsked("why?");
    }

    @Test
    void hearsNothingAfterItWasStoppedAndStopsAtOnce() {
        telegram.start(journal);
        untilHealth(Health.GOOD);
        long before = System.nanoTime();
        telegram.stop();
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(2));
        li.says(dm, "why?");
        passes(Duration.ofSeconds(1));
        assertThat(journal.kept()).isEmpty();
        assertThat(server.pending()).isEqualTo(1);
    }

    @Test
    void stopsOnlyWhenWhatCameIsStored() throws InterruptedException {
        CountDownLatch storing = new CountDownLatch(1);
        journal.before(() -> {
            storing.countDown();
            passes(Duration.ofSeconds(1));
        });
        telegram.start(journal);
        li.says(dm, "why?");
        assertThat(storing.await(10, TimeUnit.SECONDS)).isTrue();
        telegram.stop();
        assertThat(journal.questions()).containsExactly("why?");
    }

    @Test
    void stopsAtOnceWhenItHasNeverReachedTelegram() {
        server.offline(true);
        telegram.start(journal);
        long before = System.nanoTime();
        telegram.close();
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(2));
    }

    @Test
    void leavesNoThreadThatKeepsTheProgramRunning() {
        Set<Thread> others = Thread.getAllStackTraces().keySet();
        telegram.start(journal);
        untilHealth(Health.GOOD);
        telegram.post(here(), null, Post.of(Message.plain("hello")), "key");
        Set<String> living = Thread.getAllStackTraces().keySet().stream()
                .filter(one -> !others.contains(one) && !one.isDaemon())
                .map(Thread::getName).filter(one -> one.contains("telegram-polls") || one.contains("OkHttp"))
                .collect(Collectors.toSet());
        assertThat(living).isEmpty();
    }

    private Place here() {
        return new Place("telegram", Long.toString(server.bot().id()), Long.toString(dm.id()), "", true);
    }

    @Test
    void answersAForgedPressWithNothing() {
        telegram.start(journal);
        untilHealth(Health.GOOD);
        telegram.post(here(), null, Post.of(Message.plain("hello")), "key");
        Press press = li.forges(dm.last(), "show:everything");
        await().atMost(SOON).until(press::isAnswered);
        assertThat(press.toast()).isEmpty();
        assertThat(journal.kept()).isEmpty();
    }

    @Test
    void offersItsCommandsByLanguageAndScope() {
        server.fail("setMyCommands", new Fault.Html(502));
        telegram.start(journal);
        await().atMost(SOON).until(() -> server.counts().getOrDefault("setMyCommands", 0) == 5);
        assertThat(server.commands("all_private_chats", "").toString()).contains("start", "ask");
        assertThat(server.commands("all_group_chats", "").toString()).contains("ask").doesNotContain("start");
        assertThat(server.commands("all_group_chats", "zh")).hasSize(1);
    }

    @Test
    void takesUpdatesFromAWebhookInPlaceOfPolls() {
        telegram = new TelegramPlatform(settings(server.token(),
                new TelegramSettings.Webhook(URI.create("http://127.0.0.1:9/telegram"), new Secret("S3cret_-")),
                InstantSource.system()));
        server.fail("setWebhook", new Fault.Html(502));
        telegram.start(journal);
        untilHealth(Health.GOOD);
        Request set = server.sent("setWebhook").getLast();
        assertThat(set.text("secret_token")).isEqualTo("S3cret_-");
        assertThat(set.body().path("max_connections").asInt()).isEqualTo(40);
        String update = "{\"update_id\":7,\"message\":{\"message_id\":1,\"date\":1,\"chat\":{\"id\":1,\"type\":\"private\"},"
                + "\"from\":{\"id\":1,\"is_bot\":false},\"text\":\"why?\"}}";
        assertThat(telegram.receive(update)).isEqualTo(1);
        assertThat(telegram.receive(update)).isZero();
        assertThat(journal.questions()).containsExactly("why?");
        assertThat(telegram.receive("{\"update_id\":8,\"from_next_year\":{}}")).isZero();
        journal.failing(IllegalStateException::new);
        assertThatThrownBy(() -> telegram.receive(update)).isInstanceOf(IllegalStateException.class);
        assertThat(polls()).isZero();
        telegram.stop();
        assertThatThrownBy(() -> telegram.receive(update)).isInstanceOf(IllegalStateException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "7", "null", "{}", "{\"update_id\":\"7\"}", "{\"update_id\":1.5}",
            "{\"a\":"})
    void refusesWhatIsNoUpdateWithoutRepeatingIt(String body) {
        telegram.start(journal);
        assertThatThrownBy(() -> telegram.receive(body)).isInstanceOf(IllegalArgumentException.class).hasNoCause()
                .hasMessage("not an update");
    }

    @Test
    void storesEveryQuestionOfManyOnce() {
        telegram.start(journal);
        List<Account> people = IntStream.range(0, 20).mapToObj(i -> server.person("P" + i, null)).toList();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            people.forEach(person -> threads.execute(() -> {
                for (int i = 0; i < 50; i++) {
                    person.says(server.dm(person), person.firstName() + " " + i);
                }
            }));
        }
        await().atMost(SOON).until(() -> journal.kept().size() == 1000);
        await().atMost(SOON).until(() -> server.pending() == 0);
        assertThat(journal.questions()).doesNotHaveDuplicates();
    }

    private static ObjectNode json(String text) {
        try {
            return (ObjectNode) new ObjectMapper().readTree(text);
        } catch (JsonProcessingException broken) {
            throw new AssertionError(text, broken);
        }
    }
}
