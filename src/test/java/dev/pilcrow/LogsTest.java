package dev.pilcrow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LogsTest {

    private static final String SECRET = "canary/4711 ä";
    private static final String TOKEN = "1234567:canary_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxx";
    private static final String OTHER_TOKEN = "7654321:canary-yyyyyyyyyyyyyyyyyyyyyyyyyyyyyy";

    private final ByteArrayOutputStream written = new ByteArrayOutputStream();

    @BeforeEach
    void listen() {
        Logs.forBot(List.of(new Secret(SECRET), new Secret(TOKEN), new Secret("ab")),
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
    void oneCommandIsSilent() {
        Logs.silent();
        logger("dev.pilcrow.a.B").severe("x");
        assertThat(lines()).isEmpty();
    }

    private static Logger logger(String name) {
        return Logger.getLogger(name);
    }

    private List<String> lines() {
        return written.toString(StandardCharsets.UTF_8).lines().toList();
    }
}
