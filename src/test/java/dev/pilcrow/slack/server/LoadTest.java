package dev.pilcrow.slack.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.slack.api.methods.response.chat.ChatPostMessageResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LoadTest extends WithServer {

    private static final int REQUESTS = 3_000;

    @Override
    Setup setup() {
        return super.setup().keeping(50, 100);
    }

    @Test
    void takesManyRequestsAndKeepsFewOfThem() throws Exception {
        List<Place> places = IntStream.range(0, 20).mapToObj(i -> server.dm(server.person("Reader " + i, "en-US")))
                .toList();
        long start = System.nanoTime();
        try (var threads = Executors.newFixedThreadPool(5)) {
            List<Callable<ChatPostMessageResponse>> calls = IntStream.range(0, REQUESTS)
                    .<Callable<ChatPostMessageResponse>>mapToObj(i -> () -> client.chatPostMessage(post -> post
                            .channel(places.get(i % places.size()).id()).text("message " + i)))
                    .toList();
            for (Future<ChatPostMessageResponse> sent : threads.invokeAll(calls)) {
                assertThat(sent.get().isOk()).isTrue();
            }
        }
        Duration taken = Duration.ofNanos(System.nanoTime() - start);
        System.out.println("stand-in slack requests=" + REQUESTS + " ms=" + taken.toMillis());
        assertThat(taken).isLessThan(Duration.ofSeconds(10));
        assertThat(server.counts()).containsEntry("chat.postMessage", REQUESTS);
        assertThat(server.sent()).hasSize(100);
        assertThat(places).allSatisfy(place -> assertThat(place.messages()).hasSize(50));
    }
}
