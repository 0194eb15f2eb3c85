package dev.pilcrow;

import dev.pilcrow.telegram.server.Setup;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/// Hears everything that any library or the bot logs, at every level, all that is written to the standard streams, and all
/// that the bot sends to a platform, while any test runs; and fails the test class after which a canary, a secret that the
/// tests use, has been told. It is registered for all tests.
public final class CanaryWatch implements BeforeAllCallback, AfterAllCallback {

    private static final dev.pilcrow.slack.server.Setup.Secrets SLACK = dev.pilcrow.slack.server.Setup.CANARY;
    /// The secrets of the bots, the models and the webhooks of all tests.
    static final List<String> CANARIES = List.of(Setup.CANARY, Setup.CANARY.split(":", 2)[1], "sk-canary-4711",
            "aB3_-xYz0123456789Qq", "s3cret", "S3cret_-", SLACK.botToken(), SLACK.appToken(), SLACK.signing());
    private static final CanaryEar EAR = new CanaryEar(CANARIES);
    /// What writes every byte that comes to the log, addresses and heads with secrets in them: the stand-in's server, and
    /// the parser of the bot's own, which is silent in a bot whatever is set; see {@link Logs}.
    private static final List<Logger> WIRES = Stream
            .of("com.sun.net.httpserver", "org.eclipse.jetty.http.HttpParser").map(Logger::getLogger).toList();

    static {
        System.setOut(EAR.before("System.out", System.out));
        System.setErr(EAR.before("System.err", System.err));
    }

    /// Hears a request that the bot sends to a platform.
    public static void hearRequest(String method, String parameters) {
        EAR.hear("a request of the bot's: " + method, parameters);
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        context.getRoot().getStore(ExtensionContext.Namespace.create(CanaryWatch.class)).getOrComputeIfAbsent("row",
                _ -> (AutoCloseable) CanaryWatch::report);
        WIRES.forEach(wire -> wire.setLevel(Level.OFF));
        EAR.listen();
    }

    @Override
    public void afterAll(ExtensionContext context) {
        List<String> tellers = EAR.tellers().stream().distinct().toList();
        if (!tellers.isEmpty()) {
            throw new AssertionError("a secret was told by " + tellers);
        }
    }

    /// Prints the row when the last test is over.
    private static void report() {
        Effort.report("S9 records=%d hits=%d".formatted(EAR.records(), EAR.hits()));
    }
}
