package dev.pilcrow.slack;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.pilcrow.BesideOthers;
import dev.pilcrow.Secret;
import dev.pilcrow.chat.Action;
import dev.pilcrow.chat.Button;
import dev.pilcrow.chat.Delivery;
import dev.pilcrow.chat.Health;
import dev.pilcrow.chat.Incoming;
import dev.pilcrow.chat.Intake;
import dev.pilcrow.chat.Message;
import dev.pilcrow.chat.Place;
import dev.pilcrow.chat.Post;
import dev.pilcrow.slack.server.Interaction;
import dev.pilcrow.slack.server.Person;
import dev.pilcrow.slack.server.Setup;
import dev.pilcrow.slack.server.SlackServer;
import dev.pilcrow.standin.Fault;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// How payloads come in, by sockets and by requests.
@Timeout(60)
@BesideOthers
class SlackReceiverTest {

    private static final Duration SOON = Duration.ofSeconds(10);
    private static final Duration LATE = Duration.ofSeconds(30);
    /// Slack waits for minutes, in which a bot has connected anew.
    private static final Duration[] RETRIES = {Duration.ZERO, Duration.ofMillis(300), Duration.ofSeconds(1),
            Duration.ofSeconds(2), Duration.ofSeconds(5)};

    /// What was handed over, each thing once.
    private static final class Notebook implements Intake {

        private final List<Delivery> taken = new CopyOnWriteArrayList<>();
        private final Set<String> seen = new HashSet<>();
        private volatile boolean full;
        private volatile CountDownLatch open = new CountDownLatch(0);

        @Override
        public int accept(List<Delivery> deliveries) {
            try {
                open.await();
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
            if (full) {
                throw new IllegalStateException("the disk is full");
            }
            synchronized (this) {
                int before = taken.size();
                for (Delivery delivery : deliveries) {
                    if (delivery.keys().stream().noneMatch(seen::contains)) {
                        taken.add(delivery);
                    }
                    seen.addAll(delivery.keys());
                }
                return taken.size() - before;
            }
        }

        @Override
        public boolean takesPartIn(Place place) {
            return place.thread().length() > 1;
        }

        private List<Incoming> heard() {
            return taken.stream().map(Delivery::incoming).toList();
        }
    }

    private final SlackServer server = SlackServer.start(Setup.usual().retries(RETRIES));
    private final Person li = server.person("Li", "zh-CN");
    private final dev.pilcrow.slack.server.Place dm = server.dm(li);
    private final dev.pilcrow.slack.server.Place general = server.channel("general");
    private final Notebook notebook = new Notebook();
    private SlackPlatform slack = SlackBots.bySockets(server);

    @AfterEach
    void close() {
        slack.close();
        server.close();
        assertThat(server.violations()).isEmpty();
    }

    private void begin() {
        slack.start(notebook);
        await().atMost(SOON).until(() -> slack.health() == Health.GOOD && server.connections() == 2);
    }

    private static void until(Callable<Boolean> condition) {
        await().atMost(LATE).until(condition);
    }

    @Test
    void aSixthProcessHasNoConnectionStandsByAndTakesOverWhenOneOfTheOthersEnds() {
        List<SlackPlatform> others = IntStream.range(0, 5).mapToObj(_ -> SlackBots.bySockets(server)).toList();
        Notebook theirs = new Notebook();
        others.forEach(other -> other.start(theirs));
        await().atMost(SOON).until(() -> server.connections() == 10
                && others.stream().allMatch(other -> other.health() == Health.GOOD));
        slack.start(notebook);
        until(() -> slack.health() == Health.STANDBY);
        li.says(dm, "why?");
        until(() -> theirs.heard().size() == 1);
        others.getFirst().close();
        await().atMost(Duration.ofSeconds(40)).until(() -> slack.health() == Health.GOOD);
        others.forEach(SlackPlatform::close);
        await().atMost(SOON).until(() -> server.connections() == 2);
        li.says(dm, "how?");
        until(() -> notebook.heard().equals(List.of(new Incoming.Question("how?"))));
    }

    @Test
    void acknowledgesOnlyWhatIsOnDisk() {
        begin();
        notebook.open = new CountDownLatch(1);
        li.says(dm, "why?");
        await().pollDelay(Duration.ofMillis(500)).until(() -> true);
        assertThat(server.acks().all()).isEmpty();
        notebook.open.countDown();
        until(() -> server.acks().all().size() == 1);
        assertThat(notebook.heard()).containsExactly(new Incoming.Question("why?"));
    }

    @Test
    void whatCouldNotBeStoredInTimeComesAgain() {
        begin();
        notebook.full = true;
        li.says(dm, "why?");
        until(() -> server.acks().failed() == 1);
        assertThat(server.acks().all()).isEmpty();
        notebook.full = false;
        until(() -> server.pending() == 0);
        assertThat(notebook.heard()).containsExactly(new Incoming.Question("why?"));
    }

    @Test
    void whatCanBeStoredASecondLaterIsAcknowledgedInTime() {
        begin();
        notebook.full = true;
        Interaction command = li.command(general, "/ask", "why?");
        await().pollDelay(Duration.ofSeconds(1)).until(() -> true);
        notebook.full = false;
        until(command::isAcked);
        assertThat(notebook.heard()).containsExactly(new Incoming.Question("why?"));
    }

    @Test
    void hearsAMentionOnceThoughItComesTwice() {
        begin();
        li.asks(general, "why?");
        until(() -> server.acks().all().size() == 2);
        assertThat(notebook.heard()).containsExactly(new Incoming.Question("why?"));
    }

    @Test
    void isBackSoonAfterItsSocketsWereCut() {
        begin();
        for (int i = 0; i < 3; i++) {
            server.cut();
            Instant cut = Instant.now();
            until(() -> server.connections() == 2 && slack.health() == Health.GOOD);
            assertThat(Duration.between(cut, Instant.now())).isLessThan(SOON);
            li.says(dm, "why " + i + "?");
            int heard = i + 1;
            until(() -> notebook.taken.size() == heard);
        }
    }

    @Test
    void losesNothingWhenSlackRenewsItsSockets() {
        begin();
        for (int i = 0; i < 10; i++) {
            li.says(dm, "why " + i + "?");
            if (i % 4 == 0) {
                server.refresh(i == 4 ? "warning" : "refresh_requested");
            }
        }
        until(() -> notebook.taken.size() == 10 && server.pending() == 0);
        until(() -> server.connections() == 2);
        assertThat(server.acks().lost()).isZero();
    }

    @Test
    void beginsWhenSlackCanBeReachedAtLast() {
        server.offline(true);
        slack.start(notebook);
        await().pollDelay(Duration.ofSeconds(1)).until(() -> true);
        assertThat(slack.health()).isEqualTo(Health.SILENT);
        server.offline(false);
        until(() -> slack.health() == Health.GOOD);
        server.offline(true);
        until(() -> slack.health() == Health.SILENT);
        server.offline(false);
        until(() -> slack.health() == Health.GOOD);
    }

    @Test
    void comesAgainWhenSlackWantsIt() {
        server.fail("auth.test", Fault.tooMany(1), new Fault.Html(502));
        server.fail("apps.connections.open", Fault.tooMany(1), Fault.refuses("internal_error"));
        begin();
        li.says(dm, "why?");
        until(() -> notebook.taken.size() == 1);
    }

    @Test
    void tellsThatItIsNotAccepted() {
        server.fail("apps.connections.open", Fault.refuses("invalid_auth"), Fault.refuses("invalid_auth"));
        slack.start(notebook);
        until(() -> slack.health() == Health.REFUSED);
        slack.close();
        slack = SlackBots.bySockets(server);
        server.fail("auth.test", Fault.refuses("account_inactive"));
        slack.start(notebook);
        until(() -> slack.health() == Health.REFUSED);
    }

    @Test
    void tellsThatTheAppWasThrownOut() {
        begin();
        server.deliver(json("{'type':'app_uninstalled'}"));
        until(() -> slack.health() == Health.REFUSED);
    }

    @Test
    void keepsWhatItCannotRead() {
        begin();
        server.deliver(json("{'type':'message','channel':'D1','user':{},'text':[]}"));
        until(() -> notebook.taken.size() == 1);
        assertThat(notebook.heard().getFirst()).isInstanceOf(Incoming.Illegible.class);
    }

    @Test
    void acknowledgesWhatItPassesOver() {
        begin();
        server.deliver(json("{'type':'app_context_changed','context':{}}"));
        server.deliver(json("{'type':'emoji_changed'}"));
        until(() -> server.acks().all().size() == 2);
        assertThat(notebook.taken).isEmpty();
    }

    @Test
    void afterAStopAnotherProcessHearsWhatItDidNot() {
        begin();
        slack.stop();
        li.says(dm, "why?");
        assertThat(slack.health()).isEqualTo(Health.SILENT);
        Notebook other = new Notebook();
        try (SlackPlatform next = SlackBots.bySockets(server)) {
            next.start(other);
            until(() -> other.taken.size() == 1);
        }
        assertThat(notebook.taken).isEmpty();
    }

    @Test
    void acknowledgesAFloodInTime() {
        begin();
        IntStream.range(0, 400).forEach(i -> li.says(dm, "why " + i + "?"));
        until(() -> notebook.taken.size() == 400 && server.pending() == 0);
        assertThat(server.acks().failed()).isZero();
        assertThat(server.acks().percentile(0.999)).isLessThan(Duration.ofSeconds(3));
    }

    private static JsonNode json(String quoted) {
        return SlackJson.read(quoted.replace('\'', '"'));
    }

    /// Serves a platform that receives by requests, as a server of the bot's would.
    private static HttpServer serving(SlackPlatform platform) throws IOException {
        HttpServer http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        http.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        http.createContext("/slack", exchange -> serve(platform, exchange));
        http.start();
        return http;
    }

    private static void serve(SlackPlatform platform, HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
        String answer = "";
        int status = 200;
        try {
            answer = platform.receive(body);
        } catch (IllegalArgumentException _) {
            status = 400;
        } catch (IllegalStateException _) {
            status = 503;
        }
        byte[] bytes = answer.getBytes(UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Test
    void receivesEventsCommandsAndPressesByRequestsToo() throws IOException {
        slack.close();
        slack = SlackBots.byRequests(server);
        HttpServer http = serving(slack);
        try {
            slack.start(notebook);
            until(() -> slack.health() == Health.GOOD);
            server.postTo(URI.create("http://127.0.0.1:" + http.getAddress().getPort() + "/slack"));
            li.asks(general, "为什么？");
            until(() -> server.pending() == 0);
            Interaction command = li.command(general, "/ask", "why & how?");
            until(command::isAcked);
            slack.post(new Place("slack", server.team(), general.id(), "", false), null,
                    Post.of(Message.plain("x"), List.of(List.of(new Button("more", new Action.Page(7, 1))))), "k");
            Interaction press = li.presses(general.last(), "more");
            until(press::isAcked);
            assertThat(notebook.heard()).startsWith(new Incoming.Question("为什么？"),
                    new Incoming.Question("why & how?")).hasSize(3);
            assertThat(notebook.heard().getLast()).isInstanceOf(Incoming.Pressed.class);
            notebook.full = true;
            li.says(dm, "again?");
            until(() -> server.acks().failed() >= 1);
            notebook.full = false;
            until(() -> notebook.taken.size() == 4);
        } finally {
            http.stop(0);
        }
        assertThat(server.opened()).isZero();
    }

    @Test
    void takesNoRequestThatIsNoneOfSlacks() {
        slack.close();
        slack = SlackBots.byRequests(server);
        String body = "{\"type\":\"url_verification\",\"challenge\":\"c1\"}";
        assertThatThrownBy(() -> slack.receive(body)).as("it has not begun").isInstanceOf(IllegalStateException.class);
        slack.start(notebook);
        assertThat(slack.receive(body)).isEqualTo("c1");
        for (String garbage : List.of("payload=%ZZ", "{", "[]", "payload=x", "{\"event\":\"x\"")) {
            assertThatThrownBy(() -> slack.receive(garbage)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void doesNotBeginWithABlankToken() {
        URI api = URI.create(server.api());
        assertThatThrownBy(() -> new SlackSettings(new Secret(" "), null, api, SlackBots.LOADING, SlackLimits.usual(),
                InstantSource.system())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new SlackSettings(new Secret("xoxb-1"), new Secret(" "), api, SlackBots.LOADING,
                SlackLimits.usual(), InstantSource.system())).isInstanceOf(IllegalArgumentException.class);
    }
}
