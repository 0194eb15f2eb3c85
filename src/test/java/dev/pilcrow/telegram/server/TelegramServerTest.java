package dev.pilcrow.telegram.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.telegram.telegrambots.meta.api.methods.GetMe;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;

/// The stand-in as a bot sees it through the library.
class TelegramServerTest {

    private final TelegramServer server = TelegramServer.start();
    private final LibraryClient client = new LibraryClient(server);
    private final Account alice = server.person("Alice", "zh-hans");
    private final Chat dm = server.dm(alice);

    @AfterEach
    void everyRequestWasAsDocumented() {
        assertThat(server.violations()).isEmpty();
        server.close();
    }

    @Test
    void handsOverWhatAPersonSaysAndShowsWhatTheBotAnswers() throws TelegramApiException {
        ChatMessage question = alice.says(dm, "Who was Kaspar Hauser?");
        var update = client.newest();
        assertThat(update.getMessage().getText()).isEqualTo(question.text());
        assertThat(update.getMessage().getFrom().getLanguageCode()).isEqualTo("zh-hans");
        int id = client.send(dm, "A foundling.").getMessageId();
        assertThat(dm.last().byBot()).isTrue();
        client.execute(LibraryClient.edit(dm, id, "A foundling of Nuremberg."));
        assertThat(dm).hasToString("Alice: Who was Kaspar Hauser?\nPilcrow: A foundling of Nuremberg.");
    }

    @Test
    void tellsTheBotWhoItIs() throws TelegramApiException {
        var me = client.execute(new GetMe());
        assertThat(me.getUserName()).isEqualTo("pilcrow_bot");
        assertThat(me.getId()).isEqualTo(server.bot().id());
        assertThat(me.getCanReadAllGroupMessages()).isFalse();
    }

    @Test
    void knowsTheBotByItsTokenOnly() throws TelegramApiException {
        LibraryClient stranger = new LibraryClient(server, "1:" + "x".repeat(35));
        assertThat(LibraryClient.refusal(() -> stranger.send(dm, "hello"))).isEqualTo("401 Unauthorized");
    }

    @Test
    void doesNotTellTheTokenByItself() throws TelegramApiException {
        List<String> lines = new CopyOnWriteArrayList<>();
        Handler handler = new Handler() {
            @Override
            public void publish(LogRecord entry) {
                lines.add(entry.getMessage() + Arrays.toString(entry.getParameters()));
            }

            @Override
            public void flush() {
                // Nothing is held back.
            }

            @Override
            public void close() {
                // Nothing is open.
            }
        };
        Logger root = Logger.getLogger("");
        Level before = root.getLevel();
        root.addHandler(handler);
        root.setLevel(Level.ALL);
        try {
            client.send(dm, "hello");
            Logger.getLogger("heard").finest("heard");
        } finally {
            root.setLevel(before);
            root.removeHandler(handler);
        }
        assertThat(lines).anyMatch(line -> line.startsWith("heard")).noneMatch(line -> line.contains(server.token()));
    }
}
