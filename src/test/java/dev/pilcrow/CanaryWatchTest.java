package dev.pilcrow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pilcrow.slack.server.Setup;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// The ear with a canary that only these tests know, as they tell it.
class CanaryWatchTest {

    private static final String CANARY = "canary-of-the-ears-own-tests";

    private final CanaryEar ear = new CanaryEar(List.of(CANARY));

    @AfterEach
    void leave() {
        ear.leave();
    }

    @Test
    void aSecretIsHeardWhateverTheLoggerAndTheLevel() {
        ear.listen();
        Logger.getLogger("some.library").finest("GET /bot" + CANARY + "/getMe");
        System.getLogger("dev.pilcrow.Any").log(System.Logger.Level.TRACE, "nothing");
        assertThat(ear.tellers()).containsExactly("some.library at FINEST");
        assertThat(ear.tellers()).isEmpty();
        assertThat(ear.hits()).isOne();
        assertThat(ear.records()).isGreaterThanOrEqualTo(2);
    }

    @Test
    void theSecretsOfBothPlatformsAreHeardWhereTheLibrariesWouldTellThem() {
        CanaryEar watch = new CanaryEar(CanaryWatch.CANARIES);
        Setup.Secrets slack = Setup.CANARY;
        watch.publish(new LogRecord(Level.FINE, "Authorization: Bearer " + slack.botToken()));
        watch.publish(new LogRecord(Level.FINEST, "[apps.connections.open, " + slack.appToken() + "]"));
        LogRecord failed = new LogRecord(Level.WARNING, "not signed");
        failed.setThrown(new IllegalStateException("v0 by " + slack.signing()));
        watch.publish(failed);
        watch.hear("a request of the bot's: chat.postMessage", "{\"text\":\"" + slack.botToken() + "\"}");
        watch.publish(new LogRecord(Level.FINE, dev.pilcrow.telegram.server.Setup.CANARY));
        assertThat(watch.hits()).isEqualTo(5);
        watch.publish(new LogRecord(Level.FINE, "xoxb-another"));
        assertThat(watch.hits()).isEqualTo(5);
    }

    @Test
    void aSecretIsHeardInParametersAndInAllThatWasThrown() {
        LogRecord parameter = new LogRecord(Level.FINE, "{0}");
        parameter.setParameters(new Object[]{1, URI.create("bot:" + CANARY)});
        ear.publish(parameter);
        LogRecord thrown = new LogRecord(Level.FINE, "failed");
        thrown.setThrown(new IllegalStateException("x", new IllegalStateException(CANARY)));
        ear.publish(thrown);
        Exception suppressing = new IllegalStateException("x");
        suppressing.addSuppressed(new IOException(CANARY, suppressing));
        LogRecord suppressed = new LogRecord(Level.FINE, "failed");
        suppressed.setParameters(new Object[]{suppressing});
        ear.publish(suppressed);
        ear.publish(new LogRecord(Level.FINE, null));
        assertThat(ear.hits()).isEqualTo(3);
    }

    @Test
    void aSecretIsHeardInWhatIsPrintedHoweverItIsPrinted() {
        PrintStream stream = ear.before("a stream",
                new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8));
        stream.print(CANARY.substring(0, 5));
        stream.println(CANARY.substring(5));
        stream.println("nothing");
        assertThat(ear.tellers()).containsExactly("a stream");
    }
}
