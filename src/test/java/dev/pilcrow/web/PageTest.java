package dev.pilcrow.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pilcrow.Secret;
import dev.pilcrow.web.RawRequest.Answered;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What is read at the port, by whom, and what is sent along.
@Timeout(60)
class PageTest {

    private static final String TOKEN = "canary-0123456789:abc";
    private static final String HERE = "localhost";
    private static final String SIGNS = "&=;.-+,*/\\\"'<>{}[]()@:#";
    private static final byte[] NOTHING = {};

    private final List<Visit> visits = new CopyOnWriteArrayList<>();

    private final Page open = new Page("/a/{article}", Page.Access.ANYBODY, visit -> {
        visits.add(visit);
        return switch (visit.segment("article")) {
            case "none" -> Optional.empty();
            case "broken" -> throw new IllegalStateException("canary in an exception");
            case "odd" -> Optional.of(new Content(418, "text/plain", Map.of("Cache-Control", "max-age=7"), "茶"));
            default -> Optional.of(Content.of("text/html; charset=utf-8", "¶ 正文"));
        };
    });
    private final Page closed = new Page("/insights", Page.Access.OPERATOR,
            _ -> Optional.of(Content.of("text/plain; charset=utf-8", "figures")));

    @Test
    void anybodyReadsAnOpenPage() throws Exception {
        try (WebServer server = start("127.0.0.1", TOKEN)) {
            Answered answered = get(server, "/a/x", "Host: bot.example.org\r\n");
            assertThat(answered.status()).isEqualTo(200);
            assertThat(utf8(answered.body())).isEqualTo("¶ 正文");
            assertThat(headers(answered)).contains("content-type: text/html;charset=utf-8",
                    "x-content-type-options: nosniff", "referrer-policy: no-referrer", "cache-control: no-store")
                    .noneMatch(header -> header.matches("(server|x-powered-by|set-cookie|date-x).*"));
        }
    }

    @Test
    void aPageHasItsOwnStatusAndItsHeadersWin() throws Exception {
        try (WebServer server = start("127.0.0.1", null)) {
            Answered answered = get(server, "/a/odd", "");
            assertThat(answered.status()).isEqualTo(418);
            assertThat(headers(answered)).contains("cache-control: max-age=7")
                    .doesNotContain("cache-control: no-store");
        }
    }

    @Test
    void aPageThatTheBrowserHasIsNotSentAgain() throws Exception {
        Page kept = new Page("/a", Page.Access.ANYBODY, _ -> Optional
                .of(new Content(200, "text/plain", Map.of("ETag", "\"v1\"", "Cache-Control", "max-age=7"), "words")));
        try (WebServer server = WebServer.start("127.0.0.1", 0, List.of(), List.of(kept), null)) {
            for (String known : List.of("\"v1\"", "\"v0\", \"v1\"", "\"v0\",\"v1\"", "W/\"v1\"", "W/\"v0\" , W/\"v1\"",
                    "*")) {
                Answered answered = get(server, "/a", "If-None-Match: " + known + "\r\n");
                assertThat(answered.status()).as(known).isEqualTo(304);
                assertThat(answered.body()).isEmpty();
                assertThat(headers(answered)).contains("etag: \"v1\"", "cache-control: max-age=7");
            }
            for (String known : List.of("\"v0\"", "v1", "\"v1", "", ",", "W/\"v0\"", "w/\"v1\"", "W/W/\"v1\"")) {
                assertThat(get(server, "/a", "If-None-Match: " + known + "\r\n").status()).as(known).isEqualTo(200);
            }
        }
    }

    @Test
    void aPageThatTooManyWantAtOnceKeepsNoOtherFromBeingRead() throws Exception {
        CountDownLatch let = new CountDownLatch(1);
        CountDownLatch arrived = new CountDownLatch(16);
        Page slow = new Page("/slow", Page.Access.ANYBODY, _ -> {
            arrived.countDown();
            try {
                let.await();
            } catch (InterruptedException stopped) {
                throw new IllegalStateException(stopped);
            }
            return Optional.of(Content.of("text/plain", "late"));
        });
        try (ExecutorService readers = Executors.newVirtualThreadPerTaskExecutor();
                WebServer server = WebServer.start("127.0.0.1", 0, List.of(), List.of(slow, open), null)) {
            List<Future<Answered>> waiting = new ArrayList<>();
            for (int i = 0; i < 16; i++) {
                waiting.add(readers.submit(() -> get(server, "/slow", "")));
            }
            arrived.await();
            assertThat(get(server, "/slow", "").status()).isEqualTo(503);
            assertThat(get(server, "/a/x", "").status()).isEqualTo(200);
            let.countDown();
            for (Future<Answered> one : waiting) {
                assertThat(one.get().body()).isEqualTo("late");
            }
            assertThat(get(server, "/slow", "").status()).isEqualTo(200);
        }
    }

    @Test
    void aPageThatIsStillBeingSentToManyIsMadeForNoOther() throws Exception {
        String long16 = "x".repeat(16 << 20);
        Page large = new Page("/large", Page.Access.OPERATOR, _ -> Optional.of(Content.of("text/plain", long16)));
        List<Socket> slow = new ArrayList<>();
        try (WebServer server = WebServer.start("127.0.0.1", 0, List.of(), List.of(large, open), null)) {
            assertThat(begun(server, slow)).isEqualTo(200);
            assertThat(begun(server, slow)).isEqualTo(200);
            assertThat(begun(server, slow)).as("nobody reads on").isEqualTo(503);
            assertThat(get(server, "/a/x", "").status()).isEqualTo(200);
            slow.getFirst().close();
            assertThat(begun(server, slow)).isEqualTo(200);
        } finally {
            for (Socket socket : slow) {
                socket.close();
            }
        }
    }

    /// The status of a large page that is not read on.
    private static int begun(WebServer server, List<Socket> slow) throws IOException {
        Socket socket = RawRequest.connect(server.port());
        slow.add(socket);
        socket.getOutputStream()
                .write(new RawRequest("GET /large HTTP/1.1\r\nHost: localhost\r\n", NOTHING).bytes());
        return Answered.of(socket.getInputStream().readNBytes("HTTP/1.1 200".length())).status();
    }

    @Test
    void aPageIsToldWhatIsAskedFor() throws Exception {
        try (WebServer server = start("127.0.0.1", null)) {
            get(server, "/a/%E6%96%87?q=6.0-14&q=second&empty&p=%2B", "Accept-Language: fr;q=0.2, zh-Hant\r\n");
        }
        Visit visit = visits.getFirst();
        assertThat(visit.segment("article")).isEqualTo("文");
        assertThat(visit.segment("other")).isEmpty();
        assertThat(visit.parameter("q")).contains("6.0-14");
        assertThat(visit.parameter("p")).contains("+");
        assertThat(visit.parameter("other")).isEmpty();
        assertThat(visit.languages()).extracting(Locale::toLanguageTag).startsWith("zh-Hant", "fr");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "*", "]\"I{", "zh;q=x", "zh;q=9", ",,,", "-", "zh-", "de;q"})
    void whoAsksForNoLanguageThatThereIsAsksForNone(String header) throws Exception {
        try (WebServer server = start("127.0.0.1", null)) {
            assertThat(get(server, "/a/x", "Accept-Language: " + header + "\r\n").status()).isEqualTo(200);
        }
        assertThat(visits.getFirst().languages()).isEmpty();
    }

    @Test
    void aHeadIsAnsweredWithTheHeadersAlone() throws Exception {
        try (WebServer server = start("127.0.0.1", null)) {
            Answered answered = send(server, "HEAD", "/a/x", "");
            assertThat(answered.status()).isEqualTo(200);
            assertThat(answered.body()).isEmpty();
            assertThat(headers(answered)).contains("x-content-type-options: nosniff");
            assertThat(send(server, "HEAD", "/a/none", "").status()).isEqualTo(404);
        }
    }

    @ParameterizedTest
    @CsvSource({"GET,/a/none,404", "GET,/a,404", "GET,/a/,404", "GET,/a/x/,404", "GET,/a/x/y,404", "GET,/A/x,404",
            "GET,/insights/,404", "GET,/,404", "POST,/a/x,405", "PUT,/a/x,405", "DELETE,/insights,405",
            "PATCH,/a/x,405", "OPTIONS,/a/x,405", "TRACE,/a/x,405", "BREW,/a/x,405"})
    void whatIsNotThereOrNotAllowedIsRefusedWithoutAWord(String method, String path, int status) throws Exception {
        try (WebServer server = start("127.0.0.1", null)) {
            Answered answered = send(server, method, path, "");
            assertThat(answered.status()).isEqualTo(status);
            assertThat(answered.body()).isEmpty();
        }
    }

    @Test
    void aPageThatCannotBeMadeIsNotThereNowAndSaysNothing() throws Exception {
        try (WebServer server = start("127.0.0.1", null)) {
            Answered answered = get(server, "/a/broken", "");
            assertThat(answered.status()).isEqualTo(503);
            assertThat(answered.body()).isEmpty();
            assertThat(answered.text()).doesNotContain("canary");
        }
    }

    @Test
    void theOperatorsTokenOpensTheOperatorsPages() throws Exception {
        try (WebServer server = start("127.0.0.1", TOKEN)) {
            for (String shown : List.of("Bearer " + TOKEN, basic("operator:" + TOKEN), basic(":" + TOKEN))) {
                Answered answered = get(server, "/insights",
                        "Host: bot.example.org\r\nAuthorization: " + shown + "\r\n");
                assertThat(answered.status()).as(shown).isEqualTo(200);
                assertThat(answered.body()).isEqualTo("figures");
                assertThat(headers(answered)).contains("cache-control: no-store");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Bearer", "Bearer ", "Bearer canary", "bearer", "Basic", "Basic ", "Basic !!!",
            "Basic Og==", "Digest x", TOKEN, "Bearer " + TOKEN + "x", "Bearer  " + TOKEN})
    void nothingElseOpensThem(String shown) throws Exception {
        try (WebServer server = start("127.0.0.1", TOKEN)) {
            Answered answered = get(server, "/insights",
                    "Host: localhost\r\n" + (shown.isEmpty() ? "" : "Authorization: " + shown + "\r\n"));
            assertThat(answered.status()).isEqualTo(401);
            assertThat(answered.body()).isEmpty();
            assertThat(headers(answered)).contains("www-authenticate: basic realm=\"pilcrow\", charset=\"utf-8\"");
            assertThat(answered.text()).doesNotContain("canary");
        }
    }

    @Test
    void aWrongPasswordOrTwoTokensOpenNothing() throws Exception {
        try (WebServer server = start("127.0.0.1", TOKEN)) {
            for (String shown : List.of(basic(TOKEN + ":"), basic("operator:" + TOKEN + "x"), basic(TOKEN))) {
                assertThat(get(server, "/insights", "Authorization: " + shown + "\r\n").status()).isEqualTo(401);
            }
            assertThat(get(server, "/insights", "Authorization: Bearer x\r\nAuthorization: Bearer " + TOKEN + "\r\n")
                    .status()).as("which of two is meant cannot be told").isEqualTo(401);
        }
    }

    @ParameterizedTest
    @CsvSource({"localhost,200", "LOCALHOST:8080,200", "127.0.0.1,200", "127.0.0.1:1,200", "[::1]:8080,200",
            "bot.example.org,404", "localhost.evil.example,404", "127.0.0.1.evil.example,404", "127.0.0.2,404",
            "evil.example:127,404", "0,404", "xlocalhost,404"})
    void withoutATokenOnlyWhoAsksForThisMachineReadsThem(String host, int status) throws Exception {
        try (WebServer server = start("127.0.0.1", null)) {
            Answered answered = get(server, "/insights", "Host: " + host + "\r\n");
            assertThat(answered.status()).isEqualTo(status);
            assertThat(headers(answered)).noneMatch(header -> header.startsWith("www-authenticate"));
        }
    }

    @Test
    void withoutATokenNobodyReadsThemAtAPortThatIsOpenToOthers() throws Exception {
        try (WebServer server = start("0.0.0.0", null)) {
            assertThat(get(server, "/insights", "Host: localhost\r\n").status()).isEqualTo(404);
            assertThat(get(server, "/a/x", "Host: localhost\r\n").status()).isEqualTo(200);
        }
    }

    @Test
    void whatAProxyPassesOnIsNotTakenForThisMachine() throws Exception {
        try (WebServer server = start("127.0.0.1", null)) {
            for (String header : List.of("X-Forwarded-For: 203.0.113.7", "Forwarded: for=203.0.113.7",
                    "X-Real-IP: 203.0.113.7", "Via: 1.1 proxy")) {
                assertThat(get(server, "/insights", "Host: localhost\r\n" + header + "\r\n").status()).as(header)
                        .isEqualTo(404);
            }
        }
    }

    @Test
    void aPathThatIsNoneIsRefusedWhenItIsMade() {
        for (String path : List.of("", "a", "/a b", "/*", "/<x>", "/{a}{b}", "/a/", "//", "/{}", "/../a")) {
            assertThatThrownBy(() -> new Page(path, Page.Access.ANYBODY, _ -> Optional.empty())).as(path)
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/a/%00", "/a/%2e%2e", "/a/..", "/a/%zz", "/a/%C0%AF", "/a/%ED%A0%80", "/a/x?%", "/a/x?q=%",
            "/a/x?q=%zz", "/a/x?q=%C0%AF", "/a/x?&&==&", "/a/x?q", "/a/x?=x", "/a/x?q=%00", "/a/x;b=c", "/a/;",
            "/a/x?q=%F0",
            "/a/\u0001", "/a/<script>", "/a/x?a=1&a=2&a=3", "/a/%252e", "/a/%E6%96", "http://evil.example/a/x",
            "//a/x", "/a//x", "/a/x?\u00ff", "/a/{article}", "/a/%7Barticle%7D", "*"})
    void aHostilePathIsNeverTheServersFault(String path) throws Exception {
        try (WebServer server = start("127.0.0.1", null)) {
            assertThat(get(server, path, "").status()).as(path).isBetween(200, 499);
        }
    }

    @Test
    void randomPathsQueriesAndHeadersAreNeverTheServersFault() throws Exception {
        Random random = new Random(4711);
        try (WebServer server = start("127.0.0.1", TOKEN)) {
            for (int i = 0; i < 500; i++) {
                String query = random.nextBoolean() ? "?" + noise(random) : "";
                String headers = "Accept-Language: " + noise(random) + "\r\nAuthorization: "
                        + (random.nextBoolean() ? "Basic " : "") + noise(random) + "\r\n";
                String path = random.nextBoolean() ? "/a/" + noise(random) : "/insights";
                Answered answered = get(server, path + query, headers);
                assertThat(answered.status()).as(path + query + " " + headers).isBetween(200, 499);
            }
        }
    }

    private static String noise(Random random) {
        StringBuilder noise = new StringBuilder();
        for (int i = random.nextInt(20); i >= 0; i--) {
            noise.append(switch (random.nextInt(4)) {
                case 0 -> "%" + Integer.toHexString(random.nextInt(256));
                case 1 -> SIGNS.charAt(random.nextInt(SIGNS.length()));
                default -> (char) ('!' + random.nextInt(94));
            });
        }
        return noise.toString();
    }

    private WebServer start(String host, @Nullable String token) throws PortTakenException {
        return WebServer.start(host, 0, List.of(), List.of(open, closed), token == null ? null : new Secret(token));
    }

    private static Answered get(WebServer server, String path, String headers) throws IOException {
        return send(server, "GET", path, headers);
    }

    private static Answered send(WebServer server, String method, String path, String headers) throws IOException {
        String host = headers.contains("Host:") ? "" : "Host: " + HERE + "\r\n";
        return new RawRequest(method + " " + path + " HTTP/1.1\r\n" + host + headers, NOTHING).send(server.port());
    }

    private static List<String> headers(Answered answered) {
        List<String> headers = new ArrayList<>();
        answered.text().lines().skip(1).takeWhile(line -> !line.isEmpty())
                .forEach(line -> headers.add(line.toLowerCase(Locale.ROOT)));
        return headers;
    }

    private static String basic(String pair) {
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }

    private static String utf8(String latin) {
        return new String(latin.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }
}
