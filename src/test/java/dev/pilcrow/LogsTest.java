package dev.pilcrow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@Isolated
class LogsTest {

    private static final String SECRET = "canary/4711 ä";
    private static final String TOKEN = "1234567:canary_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxx";
    private static final String OTHER_TOKEN = "7654321:canary-yyyyyyyyyyyyyyyyyyyyyyyyyyyyyy";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final ByteArrayOutputStream written = new ByteArrayOutputStream();

    @BeforeEach
    void listen() {
        listen(LogForm.CONSOLE);
    }

    private void listen(LogForm form) {
        Logs.forBot(form, List.of(new Secret(SECRET), new Secret(TOKEN), new Secret("ab")),
                new PrintStream(written, true, StandardCharsets.UTF_8));
    }

    @AfterEach
    void stop() throws IOException {
        Thread.setDefaultUncaughtExceptionHandler(null);
        LogManager.getLogManager().readConfiguration();
    }

    @Test
    void anEventIsOneLine() {
        LogRecord record = new LogRecord(Level.INFO, "{0} waits\nfor {1}");
        record.setParameters(new Object[]{"a question", 2});
        record.setLoggerName("dev.pilcrow.inbox.Worker");
        record.setInstant(Instant.parse("2026-11-25T05:03:41.123456Z"));
        Logger.getLogger("dev.pilcrow.inbox.Worker").log(record);
        assertThat(lines()).containsExactly("2026-11-25T05:03:41.123Z INFO Worker: a question waits for 2");
    }

    @Test
    void anExceptionIsToldByItsKindsAndOurPlaces() {
        IllegalStateException failure = new IllegalStateException("the store\nfailed", new IOException("disk full"));
        logger("dev.pilcrow.x.Y").log(Level.WARNING, "No answer", failure);
        assertThat(lines()).singleElement().asString().contains("WARNING Y: No answer | IllegalStateException: "
                + "the store failed at LogsTest.anExceptionIsToldByItsKindsAndOurPlaces:")
                .contains(" | IOException: disk full at LogsTest.").doesNotContain("org.junit", "java.base");
    }

    @Test
    void aCircleOfCausesEnds() {
        IllegalStateException outer = new IllegalStateException("outer");
        outer.initCause(new IllegalArgumentException("inner", outer));
        logger("dev.pilcrow.x.Y").log(Level.WARNING, "x", outer);
        assertThat(lines()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"dev.pilcrow.a.B,INFO,true", "dev.pilcrow.a.B,FINE,false", "com.zaxxer.hikari.X,WARNING,true",
            "com.zaxxer.hikari.X,INFO,false", "org.telegram.telegrambots.X,SEVERE,false", "okhttp3.X,WARNING,false",
            "org.eclipse.jetty.util.HostPort,WARNING,false", "org.eclipse.jetty.http.HttpParser,FINE,false",
            "org.eclipse.jetty.server.Server,SEVERE,true"})
    void ourPartsAreHeardAndLibrariesWhenTheyWarn(String logger, String level, boolean shown) {
        logger(logger).log(Level.parse(level), "event");
        assertThat(lines()).hasSize(shown ? 1 : 0);
    }

    @ParameterizedTest
    @ValueSource(strings = {SECRET, TOKEN, OTHER_TOKEN, "canary%2F4711+%C3%A4"})
    void noLineShowsASecret(String secret) throws InterruptedException {
        Logger logger = logger("dev.pilcrow.a." + (secret.contains(" ") ? "B" : secret));
        logger.warning("before " + secret + " after");
        logger.log(Level.WARNING, "{0}", new Object() {
            @Override
            public String toString() {
                return "https://api.telegram.org/bot" + secret + "/getMe";
            }
        });
        Exception suppressed = new IOException("c" + secret);
        suppressed.addSuppressed(new IOException(secret));
        logger.log(Level.WARNING, "x", new IllegalStateException("a " + secret,
                new IllegalArgumentException("b:" + secret, suppressed)));
        logger.log(Level.WARNING, "y", new IOException("z".repeat(290) + secret));
        Thread named = Thread.ofPlatform().name(secret).start(() -> logger.warning("from a thread"));
        named.join();
        assertThat(lines()).hasSize(5).noneMatch(line -> line.contains("canary") || line.contains("4711"));
        assertThat(lines().getFirst()).endsWith("before [REDACTED] after");
    }

    @Test
    void theSecretHalfOfATokenIsNotShownEither() {
        logger("dev.pilcrow.a.B").warning(TOKEN.substring(TOKEN.indexOf(':') + 1) + " " + TOKEN.replace(":", "%3A"));
        assertThat(lines()).singleElement().asString().endsWith("B: [REDACTED] [REDACTED]");
    }

    @Test
    void aSecretTooShortToBeOneTakesNothingOut() {
        logger("dev.pilcrow.a.B").warning("about the cab");
        assertThat(lines()).singleElement().asString().endsWith("about the cab");
    }

    @Test
    void aThreadThatEndsUncaughtIsToldWithoutItsSecrets() throws InterruptedException {
        Thread.ofPlatform().start(() -> {
            throw new IllegalStateException(SECRET);
        }).join();
        assertThat(lines()).singleElement().asString().contains("SEVERE Thread: thread ended | "
                + "IllegalStateException: [REDACTED] at LogsTest");
    }

    @Test
    void fieldsFollowTheMessage() {
        log("question", fields());
        assertThat(lines()).singleElement().asString().endsWith(
                "INFO B: question delivery=12 outcome=answered question_text=\"who \\\"is\\\" it?\" password=[REDACTED]");
    }

    @Test
    void aLineIsAnObjectForPrograms() throws IOException {
        listen(LogForm.JSON);
        log("question", fields());
        JsonNode line = object();
        assertThat(line.propertyStream().map(Map.Entry::getKey)).containsExactly("time", "level", "logger", "message",
                "fields");
        assertThat(Instant.parse(line.path("time").asText())).isBefore(Instant.now().plusSeconds(1));
        assertThat(line.path("level").asText()).isEqualTo("INFO");
        assertThat(line.path("logger").asText()).isEqualTo("dev.pilcrow.a.B");
        assertThat(line.path("message").asText()).isEqualTo("question");
        assertThat(line.path("fields").path("delivery").isIntegralNumber()).isTrue();
        assertThat(line.path("fields").path("question_text").asText()).isEqualTo("who \"is\" it?");
        assertThat(line.path("fields").path("password").asText()).isEqualTo("[REDACTED]");
    }

    @Test
    void anExceptionIsAnObjectWithItsClass() throws IOException {
        listen(LogForm.JSON);
        logger("dev.pilcrow.x.Y").log(Level.WARNING, "No answer",
                new IllegalStateException("the store\nfailed " + SECRET, new IOException("disk full")));
        JsonNode line = object();
        assertThat(line.path("level").asText()).isEqualTo("WARNING");
        assertThat(line.path("exception").asText()).isEqualTo("java.lang.IllegalStateException");
        assertThat(line.path("thrown")).hasSize(2);
        assertThat(line.path("thrown").path(0).path("message").asText()).isEqualTo("the store failed [REDACTED]");
        assertThat(line.path("thrown").path(1).path("class").asText()).isEqualTo("java.io.IOException");
        assertThat(line.path("thrown").path(0).path("at").asText()).startsWith("LogsTest.anExceptionIsAnObject");
    }

    @ParameterizedTest
    @EnumSource
    void noCharacterBreaksALine(LogForm form) throws IOException {
        listen(form);
        String hostile = "a\r\nb\u2028c\u0085d\u0000e\u001B[2Jf\u202Eg\"h\\i\tj{0}";
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("text", hostile);
        logger("dev.pilcrow.a.B").log(Level.WARNING, hostile, new IllegalStateException(hostile));
        log("question", fields);
        assertThat(written.toString(StandardCharsets.UTF_8).split("\n", -1)).hasSize(3);
        assertThat(written.toString(StandardCharsets.UTF_8).replace("\n", ""))
                .doesNotContainPattern("[\\p{Cc}\\p{Cf}\u2028]");
        if (form == LogForm.JSON) {
            for (String line : lines()) {
                JSON.readTree(line);
            }
        }
    }

    @Test
    void aNumberThatIsASecretDoesNotBreakTheObject() throws IOException {
        Logs.forBot(LogForm.JSON, List.of(new Secret("4711")), new PrintStream(written, true, StandardCharsets.UTF_8));
        log("question", Map.of("delivery", 94_711L));
        assertThat(object().path("fields").path("delivery").asText()).isEqualTo("9[REDACTED]");
    }

    @ParameterizedTest
    @ValueSource(strings = {SECRET, TOKEN, OTHER_TOKEN, "canary%2F4711+%C3%A4"})
    void noObjectShowsASecret(String secret) throws IOException {
        listen(LogForm.JSON);
        logger("dev.pilcrow.a." + (secret.contains(" ") ? "B" : secret)).log(Level.WARNING, "before " + secret,
                new IllegalStateException("a " + secret, new IOException("z".repeat(290) + secret)));
        log("question", Map.of("text", "x" + secret));
        assertThat(lines()).hasSize(2).noneMatch(line -> line.contains("canary") || line.contains("4711"));
        for (String line : lines()) {
            JSON.readTree(line);
        }
    }

    @Test
    void oneCommandIsSilent() {
        Logs.silent();
        logger("dev.pilcrow.a.B").severe("x");
        assertThat(lines()).isEmpty();
    }

    /// The last of which is a secret.
    private static Map<String, Object> fields() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("delivery", 12L);
        fields.put("outcome", "answered");
        fields.put("question_text", "who\n\"is\" it?");
        fields.put("password", SECRET);
        return fields;
    }

    private static void log(String message, Map<String, Object> fields) {
        LogRecord record = new LogRecord(Level.INFO, message);
        record.setParameters(new Object[]{fields});
        record.setLoggerName("dev.pilcrow.a.B");
        logger("dev.pilcrow.a.B").log(record);
    }

    /// The only line.
    private JsonNode object() throws IOException {
        assertThat(lines()).hasSize(1);
        return JSON.readTree(lines().getFirst());
    }

    private static Logger logger(String name) {
        return Logger.getLogger(name);
    }

    private List<String> lines() {
        return written.toString(StandardCharsets.UTF_8).lines().toList();
    }
}
