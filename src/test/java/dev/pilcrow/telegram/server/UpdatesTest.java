package dev.pilcrow.telegram.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.telegram.telegrambots.meta.api.methods.updates.GetUpdates;
import org.telegram.telegrambots.meta.api.objects.Update;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;

class UpdatesTest extends WithServer {

    private int saying(int count) throws TelegramApiException {
        for (int i = 0; i < count; i++) {
            alice.says(dm, "question " + i);
        }
        return client.updates(-count).getFirst().getUpdateId();
    }

    private List<String> texts(int offset) throws TelegramApiException {
        return client.updates(offset).stream().map(update -> update.getMessage().getText()).toList();
    }

    private CompletableFuture<List<Update>> polling(int offset, int seconds) throws TelegramApiException {
        return client.executeAsync(GetUpdates.builder().offset(offset).timeout(seconds).build())
                .thenApply(List::copyOf);
    }

    @Test
    void handsOutAnUpdateUntilAHigherOffsetConfirmsIt() throws TelegramApiException {
        int first = saying(3);
        assertThat(texts(first)).containsExactly("question 0", "question 1", "question 2");
        assertThat(texts(first + 2)).containsExactly("question 2");
        assertThat(texts(0)).containsExactly("question 2");
        assertThat(client.updates(first + 3)).isEmpty();
        assertThat(server.pending()).isZero();
    }

    @Test
    void aNegativeOffsetCountsFromTheEndAndForgetsTheRest() throws TelegramApiException {
        saying(5);
        assertThat(texts(-2)).containsExactly("question 3", "question 4");
        assertThat(server.pending()).isEqualTo(2);
    }

    @Test
    void theSameOffsetAgainWithinHalfASecondGetsOneUpdate() throws TelegramApiException {
        int first = saying(3);
        assertThat(client.updates(first + 1)).hasSize(2);
        assertThat(client.updates(first + 1)).hasSize(1);
        await().pollDelay(Duration.ofMillis(550)).untilAsserted(() -> assertThat(client.updates(first + 1)).hasSize(2));
    }

    @Test
    void anOffsetFarBeyondTheNewestConfirmsNothingAndBeginsAtTheHead() throws TelegramApiException {
        int before = saying(1);
        assertThat(client.updates(before + 1)).isEmpty();
        server.restartIdsAt(1000);
        alice.says(dm, "after a week");
        assertThat(texts(before + 1)).containsExactly("after a week");
        assertThat(server.pending()).isEqualTo(1);
        assertThat(client.updates(1001)).isEmpty();
        assertThat(server.pending()).isZero();
    }

    @Test
    void aPollThatWaitsGetsAnUpdateWhoseNumberIsLower() throws Exception {
        int before = saying(1);
        var poll = polling(before + 1, 8);
        await().until(() -> server.pending() == 0);
        server.restartIdsAt(1000);
        long start = System.nanoTime();
        alice.says(dm, "after a week");
        assertThat(poll.get()).hasSize(1);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
    }

    @Test
    void keepsAnUpdateForADay() throws TelegramApiException {
        saying(1);
        clock.forward(Duration.ofHours(23));
        assertThat(server.pending()).isEqualTo(1);
        clock.forward(Duration.ofHours(2));
        assertThat(client.updates(0)).isEmpty();
    }

    @Test
    void aWaitingPollEndsAtOnceWhenSomebodySaysSomething() throws Exception {
        var poll = polling(0, 8);
        await().until(() -> server.sent("getUpdates").size() == 1);
        long start = System.nanoTime();
        alice.says(dm, "hello");
        assertThat(poll.get()).hasSize(1);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
    }

    @Test
    void aPollWaitsAsLongAsItSaysWhenNobodySaysAnything() throws Exception {
        long start = System.nanoTime();
        assertThat(polling(0, 1).get()).isEmpty();
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(950));
    }

    @Test
    void aSecondPollEndsTheFirstWithAConflict() throws Exception {
        var first = polling(0, 8);
        await().until(() -> server.sent("getUpdates").size() == 1);
        var second = polling(0, 8);
        assertThatThrownBy(first::get).hasMessageContaining("409")
                .hasMessageContaining("terminated by other getUpdates");
        alice.says(dm, "hello");
        assertThat(second.get()).hasSize(1);
    }

    @Test
    void remembersWhichKindsOfUpdatesAreWanted() throws Exception {
        client.execute(GetUpdates.builder().allowedUpdates(List.of("callback_query")).build());
        alice.says(dm, "not wanted");
        assertThat(raw("getUpdates", "")).isEqualTo("{\"ok\":true,\"result\":[]}");
        alice.says(dm, "still not wanted");
        assertThat(server.pending()).isZero();
        client.execute(GetUpdates.builder().allowedUpdates(List.of()).build());
        alice.says(dm, "wanted");
        assertThat(server.pending()).isEqualTo(1);
    }

    @Test
    void handsOutAtMostAsManyAsAreAskedFor() throws TelegramApiException {
        saying(4);
        assertThat(client.execute(GetUpdates.builder().limit(3).build())).hasSize(3);
    }

    @Test
    void aMessageCanBeHandedOverAgainUnderAnotherNumber() throws TelegramApiException {
        ChatMessage message = alice.says(dm, "once");
        server.redeliver(message);
        assertThat(client.updates(0)).extracting(update -> update.getMessage().getMessageId())
                .containsExactly(message.id(), message.id());
    }
}
