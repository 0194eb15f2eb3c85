package dev.pilcrow.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pilcrow.BesideOthers;
import dev.pilcrow.Effort;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Who sends too much or too slowly: row R14 of the reliability table.
@BesideOthers
class SlowSenderTest {

    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static final int LARGEST = 1 << 20;
    /// What it does, all while it goes on sending until it is stopped.
    private enum Sender {
        TELLS_A_LARGE_LENGTH, TELLS_A_HUGE_LENGTH, SENDS_WITHOUT_END, SENDS_CHUNKS_WITHOUT_END, DRIBBLES_A_BODY, DRIBBLES_CHUNKS, DRIBBLES_HEADERS, DRIBBLES_UNSIGNED, WAITS_IN_THE_BODY, WAITS_IN_THE_HEADERS, SAYS_NOTHING, EXPECTS_TO_BE_ASKED;

        String head(Caller caller) {
            String post = "POST " + caller.bare().path() + " HTTP/1.1\r\nHost: h\r\n";
            String signed = post + caller.headers(new byte[]{'{', '}'});
            return switch (this) {
                case TELLS_A_LARGE_LENGTH -> signed + "Content-Length: " + (LARGEST + 1) + "\r\n\r\n";
                case TELLS_A_HUGE_LENGTH -> signed + "Content-Length: 99999999999\r\n\r\n";
                case SENDS_WITHOUT_END -> signed + "\r\n";
                case SENDS_CHUNKS_WITHOUT_END, DRIBBLES_CHUNKS -> signed + "Transfer-Encoding: chunked\r\n\r\n";
                case DRIBBLES_A_BODY, WAITS_IN_THE_BODY -> signed + "Content-Length: 1000\r\n\r\n{";
                case DRIBBLES_HEADERS, WAITS_IN_THE_HEADERS -> post + "X: ";
                case DRIBBLES_UNSIGNED -> post + "Content-Length: 1000\r\n\r\n";
                case SAYS_NOTHING -> "";
                case EXPECTS_TO_BE_ASKED -> signed + "Expect: 100-continue\r\nContent-Length: 1000\r\n\r\n";
            };
        }

        String more() {
            return switch (this) {
                case TELLS_A_LARGE_LENGTH, TELLS_A_HUGE_LENGTH, SENDS_WITHOUT_END -> "x".repeat(60_000);
                case SENDS_CHUNKS_WITHOUT_END -> "ea60\r\n" + "x".repeat(60_000) + "\r\n";
                case DRIBBLES_A_BODY, DRIBBLES_HEADERS, DRIBBLES_UNSIGNED -> "x";
                case DRIBBLES_CHUNKS -> "1\r\nx\r\n";
                case WAITS_IN_THE_BODY, WAITS_IN_THE_HEADERS, SAYS_NOTHING, EXPECTS_TO_BE_ASKED -> "";
            };
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatIsTooLargeOrTooSlowIsRefusedOrCut(Caller.Who who, @TempDir Path folder) throws Exception {
        int requests = Effort.of(12, 200);
        try (ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor();
                Caller caller = who.calls(folder);
                WebServer server = WebServer.start("127.0.0.1", 0, List.of(caller.hook()), List.of(), null)) {
            List<Future<Duration>> cuts = new ArrayList<>();
            for (int i = 0; i < requests; i++) {
                Sender sender = Sender.values()[i % Sender.values().length];
                cuts.add(senders.submit(() -> send(sender, caller, server.port())));
            }
            Thread.sleep(500);
            long start = System.nanoTime();
            assertThat(caller.request(caller.body(new Random(1)), true).send(server.port()).status())
                    .as("a good one meanwhile").isEqualTo(200);
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
            Duration slowest = Duration.ZERO;
            int cutInTime = 0;
            for (Future<Duration> cut : cuts) {
                Duration took = cut.get();
                slowest = took.compareTo(slowest) > 0 ? took : slowest;
                cutInTime += took.compareTo(LIMIT) < 0 ? 1 : 0;
            }
            Effort.report("R14" + who.told() + " requests=" + requests + " refused_or_cut=" + cutInTime + " slowest_ms="
                    + slowest.toMillis());
            assertThat(cutInTime).isEqualTo(requests);
            assertThat(caller.taken()).as("bodies that were taken").isOne();
        }
    }

    /// How long until the server ends it.
    private static Duration send(Sender sender, Caller caller, int port) throws Exception {
        long start = System.nanoTime();
        try (Socket socket = RawRequest.connect(port)) {
            Thread writer = Thread.startVirtualThread(() -> write(sender, caller, socket));
            int status = RawRequest.answer(socket).status();
            writer.interrupt();
            assertThat(status).as(sender.name()).isNotEqualTo(200).isNotEqualTo(500);
        }
        return Duration.ofNanos(System.nanoTime() - start);
    }

    private static void write(Sender sender, Caller caller, Socket socket) {
        try {
            OutputStream out = socket.getOutputStream();
            out.write(sender.head(caller).getBytes(StandardCharsets.ISO_8859_1));
            byte[] more = sender.more().getBytes(StandardCharsets.ISO_8859_1);
            while (true) {
                out.write(more);
                Thread.sleep(more.length > 1_000 ? 1 : 150);
            }
        } catch (IOException | InterruptedException _) {
            // It was cut.
        }
    }
}
