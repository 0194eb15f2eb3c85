package dev.pilcrow.telegram.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pilcrow.standin.Fault;
import dev.pilcrow.standin.Request;
import java.io.IOException;
import java.time.Duration;
import java.util.Random;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;
import org.telegram.telegrambots.client.okhttp.OkHttpTelegramClient;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;

class FaultsTest extends WithServer {

    private int shown() {
        return dm.messages().size();
    }

    @Test
    void anErrorOrAPageOfHtmlComesInPlaceOfTheAnswer() throws TelegramApiException {
        server.fail("sendMessage", new Fault.Html(502), Fault.tooMany(3), Fault.badRequest("chat not found"));
        assertThatThrownBy(() -> client.send(dm, "hello")).hasMessageContaining("Unable to deserialize response");
        assertThat(refusal(() -> client.send(dm, "hello"))).isEqualTo("429 Too Many Requests: retry after 3");
        assertThat(refusal(() -> client.send(dm, "hello"))).isEqualTo("400 Bad Request: chat not found");
        assertThat(shown()).isZero();
        client.send(dm, "hello");
        assertThat(server.sent("sendMessage")).extracting(Request::status).containsExactly(502, 429, 400, 200);
    }

    @Test
    void aConnectionBreaksBeforeOrAfterTheMessageIsThere() {
        server.fail("sendMessage", new Fault.BreaksBefore());
        assertThatThrownBy(() -> client.send(dm, "lost")).hasRootCauseInstanceOf(IOException.class);
        assertThat(shown()).isZero();
        server.fail("sendMessage", new Fault.BreaksAfter());
        assertThatThrownBy(() -> client.send(dm, "there")).hasRootCauseInstanceOf(IOException.class);
        assertThat(dm).hasToString("Pilcrow: there");
    }

    @Test
    void aMessageIsThereThoughItsAnswerIsHalfOrGarbage() {
        server.fail("sendMessage", new Fault.Halves(), new Fault.Garbage());
        assertThatThrownBy(() -> client.send(dm, "one")).isInstanceOf(TelegramApiException.class);
        assertThatThrownBy(() -> client.send(dm, "two")).isInstanceOf(TelegramApiException.class);
        assertThat(shown()).isEqualTo(2);
    }

    @Test
    void anAnswerComesLateThoughTheMessageIsThere() throws TelegramApiException {
        server.fail("sendMessage", new Fault.Slow(Duration.ofMillis(300)));
        long start = System.nanoTime();
        client.send(dm, "late");
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(290));
    }

    @Test
    void aClientThatMaySendAgainByItselfPostsTwice() throws TelegramApiException {
        var careless = new OkHttpTelegramClient(new OkHttpClient(), server.token(), LibraryClient.url(server));
        careless.execute(LibraryClient.message(dm, "warm"));
        server.fail("sendMessage", new Fault.BreaksAfter());
        careless.execute(LibraryClient.message(dm, "twice"));
        assertThat(dm).hasToString("Pilcrow: warm\nPilcrow: twice\nPilcrow: twice");
    }

    @Test
    void aShareOfTheRequestsFails() throws TelegramApiException {
        server.failAtRandom("sendMessage", 0.5, new Random(7), new Fault.Html(500), Fault.tooMany(1));
        int failed = 0;
        for (int i = 0; i < 100; i++) {
            try {
                client.send(dm, "message " + i);
            } catch (TelegramApiException _) {
                failed++;
            }
        }
        assertThat(failed).isBetween(30, 70);
        assertThat(shown()).isEqualTo(100 - failed);
        server.heal();
        client.send(dm, "healed");
    }

    @Test
    void theNetworkIsCutAndComesBack() throws TelegramApiException {
        client.send(dm, "before");
        server.offline(true);
        assertThatThrownBy(() -> client.send(dm, "during")).hasRootCauseInstanceOf(IOException.class);
        server.offline(false);
        client.send(dm, "after");
        assertThat(dm).hasToString("Pilcrow: before\nPilcrow: after");
    }

    @Test
    void requestsHangUntilTheyAreLetGo() throws Exception {
        server.hang(true);
        var waiting = client.executeAsync(LibraryClient.message(dm, "waiting"));
        Thread.sleep(200);
        assertThat(waiting).isNotDone();
        server.hang(false);
        waiting.get();
        assertThat(shown()).isEqualTo(1);
    }
}
