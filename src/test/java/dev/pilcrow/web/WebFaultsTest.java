package dev.pilcrow.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pilcrow.Effort;
import dev.pilcrow.web.RawRequest.Answered;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What comes to a hook that should not: rows R12 and R13 of the reliability table.
@Isolated
class WebFaultsTest {

    private static final long MEBIBYTE = 1 << 20;

    @TempDir
    Path folder = Path.of("");

    private final Random random = new Random(4711);

    @ParameterizedTest
    @EnumSource
    void nothingMalformedIsTheServersFault(Caller.Who who) throws Exception {
        try (Caller caller = who.calls(folder); WebServer server = start(caller)) {
            sendMalformed(who, caller, server.port());
        }
    }

    private static WebServer start(Caller caller) throws PortTakenException {
        return WebServer.start("127.0.0.1", 0, List.of(caller.hook()), List.of(), null);
    }

    private void sendMalformed(Caller.Who who, Caller caller, int port) throws IOException {
        int bodies = Effort.of(300, 10_000);
        int errors = 0;
        int signedAndTaken = 0;
        int refused = 0;
        send(caller, Mutation.NONE, true, port);
        long before = heap();
        for (int i = 0; i < bodies; i++) {
            boolean signed = random.nextInt(4) > 0;
            int takenBefore = caller.taken();
            Answered answered = send(caller, Mutation.values()[i % Mutation.values().length], signed, port);
            errors += answered.status() >= 500 ? 1 : 0;
            refused += answered.status() >= 400 && answered.status() < 500 ? 1 : 0;
            signedAndTaken += answered.status() == 200 ? 1 : 0;
            assertThat(caller.taken() - takenBefore).as(answered.text()).isEqualTo(answered.status() == 200 ? 1 : 0);
            assertThat(signed || answered.status() != 200).isTrue();
        }
        long grown = (heap() - before) / MEBIBYTE;
        Effort.report("R12" + who.told() + " bodies=" + bodies + " server_errors=" + errors + " refused=" + refused
                + " heap_growth_mib="
                + Math.max(0, grown));
        assertThat(errors).isZero();
        assertThat(refused).isGreaterThan(bodies / 2);
        assertThat(signedAndTaken).as("some are good").isPositive();
        assertThat(grown).isLessThan(16);
        assertThat(send(caller, Mutation.NONE, true, port).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @EnumSource
    void nothingForgedIsAccepted(Caller.Who who) throws Exception {
        int forged = Effort.of(300, 10_000);
        int accepted = 0;
        try (Caller caller = who.calls(folder); WebServer server = start(caller)) {
            for (int i = 0; i < forged; i++) {
                Answered answered = caller.forged(i, random).send(server.port());
                assertThat(answered.status()).as("way " + i).isIn(400, 403);
                accepted += answered.status() == 200 ? 1 : 0;
            }
            Effort.report("R13" + who.told() + " forged=" + forged + " accepted=" + accepted);
            assertThat(accepted).isZero();
            assertThat(caller.taken()).isZero();
            assertThat(send(caller, Mutation.NONE, true, server.port()).status()).as("the right one").isEqualTo(200);
        }
    }

    private Answered send(Caller caller, Mutation mutation, boolean signed, int port) throws IOException {
        return mutation.of(caller, signed, random).send(port);
    }

    private static long heap() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
