package dev.pilcrow.telegram.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;
import org.telegram.telegrambots.meta.exceptions.TelegramApiRequestException;

class FloodTest extends WithServer {

    @Override
    Setup setup() {
        return super.setup().limits(Limits.PUBLISHED);
    }

    private int wait(LibraryClient.Call call) {
        var refused = catchThrowableOfType(TelegramApiRequestException.class, call::run);
        assertThat(refused.getErrorCode()).isEqualTo(429);
        assertThat(refused.getApiResponse()).isEqualTo(
                "Too Many Requests: retry after " + refused.getParameters().getRetryAfter());
        return refused.getParameters().getRetryAfter();
    }

    @Test
    void messagesAndEditsInAChatCountTheSame() throws TelegramApiException {
        ChatMessage message = said(dm, "…");
        client.execute(LibraryClient.edit(dm, message.id(), "An"));
        client.execute(LibraryClient.edit(dm, message.id(), "An answer"));
        assertThat(wait(() -> client.execute(LibraryClient.edit(dm, message.id(), "An answer.")))).isEqualTo(1);
        assertThat(message.now().text()).isEqualTo("An answer");
        clock.forward(Duration.ofSeconds(1));
        assertThat(refusal(() -> client.execute(LibraryClient.edit(dm, message.id(), "An answer."))))
                .isEqualTo("done");
        assertThat(wait(() -> client.send(dm, "more"))).isEqualTo(1);
        clock.forward(Duration.ofSeconds(3));
        client.send(dm, "one");
        client.send(dm, "two");
        client.send(dm, "three");
        wait(() -> client.send(dm, "four"));
    }

    @Test
    void aGroupTakesTwentyMessagesAMinute() throws TelegramApiException {
        Chat group = server.supergroup("Readers");
        for (int i = 0; i < 20; i++) {
            client.send(group, "message " + i);
            clock.forward(Duration.ofSeconds(1));
        }
        assertThat(wait(() -> client.send(group, "one more"))).isEqualTo(40);
        clock.forward(Duration.ofSeconds(40));
        assertThat(refusal(() -> client.send(group, "one more"))).isEqualTo("done");
    }

    @Test
    void allChatsTogetherTakeThirtyASecond() throws TelegramApiException {
        for (int i = 0; i < 30; i++) {
            client.send(server.dm(server.person("Reader " + i, "en")), "hello");
        }
        assertThat(wait(() -> client.send(dm, "hello"))).isEqualTo(1);
    }
}
