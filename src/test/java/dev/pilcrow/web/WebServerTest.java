package dev.pilcrow.web;

import static dev.pilcrow.web.RawRequest.HEADER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.pilcrow.Secret;
import dev.pilcrow.slack.server.Signature;
import dev.pilcrow.web.RawRequest.Answered;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebServerTest {

    private static final String SIGNED = HEADER + ": s3cret\r\n";

    private final List<String> received = new CopyOnWriteArrayList<>();

    @Test
    void takesWhatComesWithItsSecret() throws Exception {
        try (WebServer server = start(received::add)) {
            Answered answered = RawRequest.post("/hook", SIGNED, "{\"文\":1}").send(server.port());
            assertThat(answered.status()).isEqualTo(200);
            assertThat(answered.body()).isEmpty();
        }
        assertThat(received).containsExactly("{\"文\":1}");
    }

    @Test
    void takesABodyInChunksAndTheLargestThatIsAllowed() throws Exception {
        String largest = "x".repeat(1 << 20);
        try (WebServer server = start(received::add)) {
            assertThat(new RawRequest("POST /hook HTTP/1.1\r\nHost: h\r\n" + SIGNED + "Transfer-Encoding: chunked\r\n",
                    bytes("3\r\nabc\r\n1;x=y\r\nd\r\n0\r\n\r\n")).send(server.port()).status()).isEqualTo(200);
            assertThat(RawRequest.post("/hook", SIGNED, largest).send(server.port()).status()).isEqualTo(200);
        }
        assertThat(received).containsExactly("abcd", largest);
    }

    @Test
    void aBodyThatIsTooLargeIsRefusedByItsLengthBeforeItComes() throws Exception {
        try (WebServer server = start(received::add); Socket socket = RawRequest.connect(server.port())) {
            long start = System.nanoTime();
            socket.getOutputStream()
                    .write(bytes("POST /hook HTTP/1.1\r\nHost: h\r\n" + SIGNED + "Content-Length: 1048577\r\n\r\n"));
            assertThat(RawRequest.answer(socket).status()).isEqualTo(413);
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
        }
        assertThat(received).isEmpty();
    }

    @Test
    void aBodyInChunksIsRefusedWhenItGetsTooLarge() throws Exception {
        try (WebServer server = start(received::add)) {
            assertThat(new RawRequest("POST /hook HTTP/1.1\r\nHost: h\r\n" + SIGNED + "Transfer-Encoding: chunked\r\n",
                    bytes("100001\r\n" + "x".repeat(0x100001) + "\r\n0\r\n\r\n")).send(server.port()).status())
                    .isEqualTo(413);
        }
        assertThat(received).isEmpty();
    }

    @Test
    void everyHookHasItsOwnSecret() throws Exception {
        try (WebServer server = WebServer.start("127.0.0.1", 0, List.of(hook("/one", "a", received::add),
                hook("/two", "b", received::add)), List.of(), null)) {
            assertThat(RawRequest.post("/one", HEADER + ": b\r\n", "1").send(server.port()).status()).isEqualTo(403);
            assertThat(RawRequest.post("/two", HEADER + ": b\r\n", "2").send(server.port()).status()).isEqualTo(200);
        }
        assertThat(received).containsExactly("2");
    }

    @ParameterizedTest
    @CsvSource({"POST /other,404", "POST /hook/,404", "POST /HOOK,404", "POST /hook/more,404", "GET /,404",
            "GET /hook,405", "HEAD /hook,405", "PUT /hook,405", "DELETE /hook,405", "OPTIONS /hook,405",
            "TRACE /hook,405", "BREW /hook,405", "POST /%zz,400", "POST hook,400", "POST /a%2Fb,404",
            "POST /a%00,400", "POST //hook,404", "POST /..;/hook,400", "POST /../../hook,400", "POST /%2e%2e/hook,400",
            "POST /%C0%AF,400"})
    void everythingElseIsRefusedWithoutAWord(String line, int status) throws Exception {
        try (WebServer server = start(received::add)) {
            Answered answered = new RawRequest(line + " HTTP/1.1\r\nHost: h\r\n" + SIGNED + "Content-Length: 2\r\n",
                    bytes("{}")).send(server.port());
            assertThat(answered.status()).isEqualTo(status);
            assertThat(answered.body()).isEmpty();
            assertThat(answered.text().toLowerCase(Locale.ROOT)).doesNotContain("server:", "jetty", "javalin",
                    "powered");
        }
        assertThat(received).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"nonsense\r\n", "POST /hook HTTP/9.9\r\nHost: h\r\n", "POST /hook HTTP/1.1\r\n",
            "POST /hook HTTP/1.1\r\nHost: h\r\nContent-Length: x\r\n",
            "POST /hook HTTP/1.1\r\nHost: h\r\nContent-Length: -1\r\n",
            "POST /hook HTTP/1.1\r\nHost: h\r\nContent-Length: 2\r\nContent-Length: 3\r\n",
            "POST /hook HTTP/1.1\r\nHost: h\r\nContent-Length: 2\r\nTransfer-Encoding: chunked\r\n",
            "POST /hook HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: gzip\r\n",
            "POST /hook HTTP/1.1\r\nHost: h\r\n" + SIGNED + "Transfer-Encoding: chunked\r\n",
            "POST /hook HTTP/1.1\r\nHost: h\r\n" + SIGNED + "Content-Length: 9\r\n",
            "POST /hook HTTP/1.1\r\nHost: h\r\nExpect: nonsense\r\n" + SIGNED + "Content-Length: 9\r\n",
            "POST /hook HTTP/1.1\r\nHost: h\r\n: x\r\n", "POST /hook HTTP/1.1\r\nHost: h\r\nA B: x\r\n",
            "PRI * HTTP/2.0\r\n", "POST /hook\r\n"})
    void aRequestThatIsNoneIsNeverTheServersFault(String head) throws Exception {
        try (WebServer server = start(received::add)) {
            Answered answered = new RawRequest(head, bytes("zz")).send(server.port());
            assertThat(answered.status()).isBetween(400, 499);
            assertThat(answered.body()).isEmpty();
        }
        assertThat(received).isEmpty();
    }

    @Test
    void headersWithoutEndAreRefused() throws Exception {
        try (WebServer server = start(received::add)) {
            assertThat(RawRequest.post("/hook", SIGNED + "X: " + "x".repeat(100_000) + "\r\n", "1").send(server.port())
                    .status()).isIn(431, 0);
        }
    }

    @Test
    void whatIsNotUtf8OrMalformedIsRefusedAndNotAskedForAgain() throws Exception {
        try (WebServer server = start(body -> {
            throw new IllegalArgumentException(body);
        })) {
            assertThat(RawRequest.post("/hook", SIGNED, "{").send(server.port()).status()).isEqualTo(400);
        }
        try (WebServer server = start(received::add)) {
            assertThat(RawRequest.post("/hook", SIGNED, new byte[]{'"', (byte) 0xC0, '"'}).send(server.port()).status())
                    .isEqualTo(400);
        }
        assertThat(received).isEmpty();
    }

    @Test
    void whatCannotBeStoredIsAskedForAgain() throws Exception {
        try (WebServer server = start(_ -> {
            throw new IllegalStateException("the disk is full");
        })) {
            Answered answered = RawRequest.post("/hook", SIGNED, "{}").send(server.port());
            assertThat(answered.status()).isEqualTo(503);
            assertThat(answered.body()).isEmpty();
        }
        try (WebServer server = start(_ -> {
            throw new StackOverflowError();
        })) {
            assertThat(RawRequest.post("/hook", SIGNED, "{}").send(server.port()).status()).isEqualTo(503);
        }
    }

    @Test
    void moreThanThereIsRoomForIsAskedForAgain() throws Exception {
        Semaphore let = new Semaphore(0);
        Semaphore arrived = new Semaphore(0);
        try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor(); WebServer server = start(_ -> {
            arrived.release();
            let.acquireUninterruptibly();
        })) {
            List<Future<Answered>> waiting = new ArrayList<>();
            for (int i = 0; i < 64; i++) {
                waiting.add(clients.submit(() -> RawRequest.post("/hook", SIGNED, "{}").send(server.port())));
            }
            arrived.acquire(64);
            assertThat(RawRequest.post("/hook", SIGNED, "{}").send(server.port()).status()).isEqualTo(503);
            let.release(64);
            for (Future<Answered> one : waiting) {
                assertThat(one.get().status()).isEqualTo(200);
            }
            let.release();
            assertThat(RawRequest.post("/hook", SIGNED, "{}").send(server.port()).status()).isEqualTo(200);
        }
    }

    @Test
    void whatHasComeInIsAnsweredBeforeItCloses() throws Exception {
        CountDownLatch arrived = new CountDownLatch(1);
        CountDownLatch let = new CountDownLatch(1);
        try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
            WebServer server = start(_ -> {
                arrived.countDown();
                waitFor(let);
            });
            Future<Answered> answered = clients
                    .submit(() -> RawRequest.post("/hook", SIGNED, "{}").send(server.port()));
            arrived.await();
            Future<?> closed = clients.submit(server::close);
            await().pollDelay(Duration.ofMillis(1_500)).until(() -> !closed.isDone());
            let.countDown();
            assertThat(answered.get().status()).isEqualTo(200);
            closed.get();
            assertThatThrownBy(() -> RawRequest.connect(server.port())).isInstanceOf(IOException.class);
        }
    }

    @Test
    void itClosesSoonThoughSomebodyKeepsAConnection() throws Exception {
        WebServer server = start(received::add);
        try (Socket idle = RawRequest.connect(server.port())) {
            idle.getOutputStream().write(bytes("POST /hook HTTP/1.1\r\nHost: h\r\n"));
            long start = System.nanoTime();
            server.close();
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(1));
        }
    }

    @Test
    void itClosesWhenSomethingIsNotAnsweredInTime() throws Exception {
        CountDownLatch arrived = new CountDownLatch(1);
        CountDownLatch let = new CountDownLatch(1);
        try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
            WebServer server = start(_ -> {
                arrived.countDown();
                waitFor(let);
            });
            Future<Answered> answered = clients
                    .submit(() -> RawRequest.post("/hook", SIGNED, "{}").send(server.port()));
            arrived.await();
            long start = System.nanoTime();
            server.close();
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(6));
            let.countDown();
            assertThat(answered.get().status()).isNotEqualTo(200);
        }
    }

    @Test
    void aPortThatAnotherProgramHasIsToldByItsNumber() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int port = taken.getLocalPort();
            assertThatThrownBy(() -> WebServer.start("127.0.0.1", port, List.of(), List.of(), null))
                    .isInstanceOfSatisfying(
                            PortTakenException.class, wrong -> assertThat(wrong.port()).isEqualTo(port));
        }
    }

    @Test
    void aPortIsFreeAgainWhenItIsClosed() throws Exception {
        WebServer first = start(received::add);
        int port = first.port();
        first.close();
        try (WebServer second = WebServer.start("127.0.0.1", port, List.of(), List.of(), null)) {
            assertThat(second.port()).isEqualTo(port);
        }
    }

    @Test
    void aSignedRequestIsTakenWhenItsSignatureIsRightAndItsTimeNear() throws Exception {
        Instant now = Instant.parse("2026-11-24T12:00:00Z");
        Hook hook = new Hook("/hook", new Hook.Signed("X-Time", "X-Sign", new Secret("s3cret"), () -> now),
                body -> body.isEmpty() ? "" : "heard " + body);
        try (WebServer server = WebServer.start("127.0.0.1", 0, List.of(hook), List.of(), null);
                HttpClient client = HttpClient.newHttpClient()) {
            Signer signer = new Signer(client, server.port());
            String time = Long.toString(now.getEpochSecond());
            HttpResponse<String> taken = signer.send("x", time, Signature.of("s3cret", time, "x"));
            assertThat(taken.statusCode()).isEqualTo(200);
            assertThat(taken.body()).isEqualTo("heard x");
            assertThat(taken.headers().firstValue("Content-Type")).hasValueSatisfying(
                    type -> assertThat(type).startsWith("text/plain"));
            assertThat(signer.send("y", time, Signature.of("s3cret", time, "x")).statusCode()).isEqualTo(403);
            assertThat(signer.send("x", time, Signature.of("---", time, "x")).statusCode()).isEqualTo(403);
            assertThat(signer.send("x", time, Signature.of("s3cret", time, "x"), "v0=0").statusCode())
                    .as("which of two is meant cannot be told").isEqualTo(403);
            for (long off : new long[]{-301, 301, 365L * 86_400}) {
                String then = Long.toString(now.getEpochSecond() + off);
                assertThat(signer.send("x", then, Signature.of("s3cret", then, "x")).statusCode()).isEqualTo(403);
            }
            for (long off : new long[]{-300, 300}) {
                String then = Long.toString(now.getEpochSecond() + off);
                assertThat(signer.send("x", then, Signature.of("s3cret", then, "x")).statusCode()).isEqualTo(200);
            }
        }
    }

    @Test
    void aHookWithoutASecretIsNone() {
        assertThatThrownBy(() -> new Hook.Signed("t", "s", new Secret(" "), InstantSource.system()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Hook.Shown("h", new Secret("")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private record Signer(HttpClient client, int port) {

        HttpResponse<String> send(String body, String time, String... signs) throws Exception {
            HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/hook"))
                    .header("X-Time", time).POST(HttpRequest.BodyPublishers.ofString(body));
            for (String sign : signs) {
                request.header("X-Sign", sign);
            }
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        }
    }

    private static WebServer start(Consumer<String> receiver) throws PortTakenException {
        return WebServer.start("127.0.0.1", 0, List.of(hook("/hook", "s3cret", receiver)), List.of(), null);
    }

    private static Hook hook(String path, String secret, Consumer<String> receiver) {
        return new Hook(path, new Hook.Shown(HEADER, new Secret(secret)), body -> {
            receiver.accept(body);
            return "";
        });
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static void waitFor(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }
}
