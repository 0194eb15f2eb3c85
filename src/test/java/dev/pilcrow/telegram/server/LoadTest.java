package dev.pilcrow.telegram.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.telegram.telegrambots.meta.api.objects.message.Message;

class LoadTest extends WithServer {

    private static final int REQUESTS = 3_000;

    @Override
    Setup setup() {
        return Setup.usual().token("7700000002:" + "x".repeat(35)).keeping(50, 100);
    }

    @Test
    void takesManyRequestsAndKeepsFewOfThem() throws Exception {
        List<Chat> chats = IntStream.range(0, 20).mapToObj(i -> server.dm(server.person("Reader " + i, "en"))).toList();
        long start = System.nanoTime();
        try (var threads = Executors.newFixedThreadPool(5)) {
            List<Callable<Message>> calls = IntStream.range(0, REQUESTS)
                    .<Callable<Message>>mapToObj(i -> () -> client.send(chats.get(i % chats.size()), "message " + i))
                    .toList();
            for (Future<Message> sent : threads.invokeAll(calls)) {
                sent.get();
            }
        }
        Duration taken = Duration.ofNanos(System.nanoTime() - start);
        System.out.println("stand-in requests=" + REQUESTS + " ms=" + taken.toMillis());
        assertThat(taken).isLessThan(Duration.ofSeconds(10));
        assertThat(server.counts()).containsEntry("sendMessage", REQUESTS);
        assertThat(server.sent()).hasSize(100);
        assertThat(chats).allSatisfy(chat -> assertThat(chat.messages()).hasSize(50));
    }
}
