package dev.pilcrow.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class ModelServerLoadTest {

    private static final int AT_ONCE = 200;
    private static final int MANY = 20_000;
    private static final int CLIENTS = 16;

    @Test
    void twoHundredRequestsAreAnsweredAtOnce() throws Exception {
        CountDownLatch all = new CountDownLatch(AT_ONCE);
        try (ModelServer server = ModelServer.start(asked -> {
            all.countDown();
            try {
                all.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            return new Reply.Says("together");
        })) {
            WireClient client = new WireClient(server);
            List<CompletableFuture<HttpResponse<String>>> asking = new ArrayList<>();
            for (int i = 0; i < AT_ONCE; i++) {
                asking.add(client.asking(Wire.values()[i % 3], i % 2 == 0));
            }
            for (CompletableFuture<HttpResponse<String>> one : asking) {
                assertThat(one).succeedsWithin(Duration.ofSeconds(30)).extracting(HttpResponse::statusCode)
                        .isEqualTo(200);
            }
            assertThat(server.calls()).isEqualTo(AT_ONCE);
            assertThat(server.open()).isZero();
        }
    }

    @Test
    void twentyThousandRequestsTakeSeconds() throws Exception {
        try (ModelServer server = ModelServer.start(asked -> new Reply.Says("一句短的回答。"));
                ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
            WireClient client = new WireClient(server);
            long start = System.nanoTime();
            List<Future<?>> done = new ArrayList<>();
            for (int c = 0; c < CLIENTS; c++) {
                boolean streamed = c % 2 == 0;
                done.add(clients.submit(() -> {
                    for (int i = 0; i < MANY / CLIENTS; i++) {
                        assertThat(client.ask(Wire.OPENAI, streamed).statusCode()).isEqualTo(200);
                    }
                    return true;
                }));
            }
            for (Future<?> one : done) {
                assertThat(one.get()).isEqualTo(true);
            }
            Duration took = Duration.ofNanos(System.nanoTime() - start);
            assertThat(took).as("%,d requests", MANY).isLessThan(Duration.ofSeconds(60));
            assertThat(server.calls()).isEqualTo(MANY);
            assertThat(server.open()).isZero();
        }
    }
}
