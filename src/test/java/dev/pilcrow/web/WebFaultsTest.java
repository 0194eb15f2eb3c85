package dev.pilcrow.web;

import static dev.pilcrow.web.RawRequest.HEADER;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.pilcrow.Effort;
import dev.pilcrow.Secret;
import dev.pilcrow.web.RawRequest.Answered;
import java.io.IOException;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What comes to a hook that should not: rows R12 and R13 of the reliability table.
class WebFaultsTest {

    private static final String SECRET = "aB3_-xYz0123456789Qq";
    private static final String UPDATE = """
            {"update_id":10000,"message":{"message_id":1365,"date":1441645532,"chat":{"id":1111111,"type":"private",\
            "first_name":"文","last_name":"\uD83D\uDE00"},"from":{"id":1111111,"is_bot":false,"first_name":"T"},\
            "text":"谁创立了深度求索？"}}""";
    private static final long MEBIBYTE = 1 << 20;

    private final JsonMapper json = new JsonMapper();
    private final AtomicInteger taken = new AtomicInteger();
    private final Random random = new Random(4711);
    private WebServer server;

    @BeforeEach
    void start() throws PortTakenException {
        server = WebServer.start("127.0.0.1", 0,
                List.of(new Hook("/telegram", HEADER, new Secret(SECRET), this::take)));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void nothingMalformedIsTheServersFault() throws IOException {
        int bodies = Effort.of(300, 10_000);
        int errors = 0;
        int signedAndTaken = 0;
        int refused = 0;
        send(Mutation.NONE, true);
        long before = heap();
        for (int i = 0; i < bodies; i++) {
            boolean signed = random.nextInt(4) > 0;
            int takenBefore = taken.get();
            Answered answered = send(Mutation.values()[i % Mutation.values().length], signed);
            errors += answered.status() >= 500 ? 1 : 0;
            refused += answered.status() >= 400 && answered.status() < 500 ? 1 : 0;
            signedAndTaken += answered.status() == 200 ? 1 : 0;
            assertThat(taken.get() - takenBefore).as(answered.text()).isEqualTo(answered.status() == 200 ? 1 : 0);
            assertThat(signed || answered.status() != 200).isTrue();
        }
        long grown = (heap() - before) / MEBIBYTE;
        Effort.report("R12 bodies=" + bodies + " server_errors=" + errors + " refused=" + refused + " heap_growth_mib="
                + Math.max(0, grown));
        assertThat(errors).isZero();
        assertThat(refused).isGreaterThan(bodies / 2);
        assertThat(signedAndTaken).as("some are good").isPositive();
        assertThat(grown).isLessThan(16);
        assertThat(send(Mutation.NONE, true).status()).isEqualTo(200);
    }

    @Test
    void nothingForgedIsAccepted() throws IOException {
        int forged = Effort.of(300, 10_000);
        int accepted = 0;
        for (int i = 0; i < forged; i++) {
            Forgery forgery = Forgery.values()[i % Forgery.values().length];
            Answered answered = RawRequest.post("/telegram", forgery.headers(SECRET, random), UPDATE)
                    .send(server.port());
            assertThat(answered.status()).as(forgery.name()).isIn(400, 403);
            accepted += answered.status() == 200 ? 1 : 0;
        }
        Effort.report("R13 forged=" + forged + " accepted=" + accepted);
        assertThat(accepted).isZero();
        assertThat(taken).hasValue(0);
        assertThat(send(Mutation.NONE, true).status()).as("the right one").isEqualTo(200);
    }

    private Answered send(Mutation mutation, boolean signed) throws IOException {
        String headers = signed ? HEADER + ": " + SECRET + "\r\n" : "";
        return mutation.of(RawRequest.post("/telegram", headers, UPDATE), random).send(server.port());
    }

    private void take(String body) {
        try {
            if (!json.readTree(body).isObject()) {
                throw new IllegalArgumentException("no object");
            }
            taken.incrementAndGet();
        } catch (JsonProcessingException malformed) {
            throw new IllegalArgumentException(malformed);
        }
    }

    private static long heap() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
