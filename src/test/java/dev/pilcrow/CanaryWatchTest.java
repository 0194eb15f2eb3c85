package dev.pilcrow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pilcrow.telegram.server.Setup;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.Test;

class CanaryWatchTest {

    @Test
    void aSecretIsHeardWhereverItIsTold() {
        assertThat(CanaryWatch.tells(record("GET /bot" + Setup.CANARY + "/getMe"))).isTrue();
        LogRecord parameter = record("{0}");
        parameter.setParameters(new Object[]{"sk-canary-4711"});
        assertThat(CanaryWatch.tells(parameter)).isTrue();
        LogRecord thrown = record("failed");
        thrown.setThrown(new IllegalStateException("x", new IllegalStateException(Setup.CANARY)));
        assertThat(CanaryWatch.tells(thrown)).isTrue();
        assertThat(CanaryWatch.tells(record("nothing"))).isFalse();
    }

    private static LogRecord record(String message) {
        return new LogRecord(Level.FINEST, message);
    }
}
