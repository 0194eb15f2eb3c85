package dev.pilcrow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.pilcrow.telegram.server.Account;
import dev.pilcrow.telegram.server.Chat;
import dev.pilcrow.telegram.server.ChatMessage;
import dev.pilcrow.telegram.server.TelegramServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The program as an operator starts it with a token, and a reader meets it.
@Timeout(120)
@BesideOthers
class TelegramBotTest {

    private static final Duration SOON = Duration.ofSeconds(60);

    private final TelegramServer server = TelegramServer.start();
    private Path folder = Path.of("");

    @BeforeEach
    void useFolder(@TempDir Path temporary) {
        folder = temporary;
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void aTokenMakesItABotThatAnswersAndEndsWhenAsked() {
        try (BotProcess bot = start(Map.of())) {
            Account li = server.person("李雷", "zh-hans");
            Chat chat = server.dm(li);
            li.says(chat, "深度求索的创始人是谁？");
            await().atMost(SOON).untilAsserted(() -> assertThat(chat.botMessages()).hasSize(1)
                    .first().matches(message -> message.text().contains("深度求索创始人梁文锋")));
            ChatMessage answer = chat.botMessages().getFirst();
            li.presses(answer, "[1]");
            await().until(() -> answer.now().text().contains("¶6"));
            await().until(() -> bot.log().contains("Telegram hands over what readers write."));
            assertThat(bot.end()).isLessThan(Duration.ofSeconds(20));
            assertThat(bot.log()).contains("Telegram hands over what readers write.", "Finishing what is under way…")
                    .doesNotContain(server.token(), "Exception", "WARNING");
        }
        assertThat(server.violations()).isEmpty();
    }

    @Test
    void aSecondProgramOnTheSameFileDoesNotStart() {
        try (BotProcess first = start(Map.of())) {
            await().atMost(SOON).until(() -> first.log().contains("hands over"));
            try (BotProcess second = start(Map.of())) {
                second.awaitEnd(SOON);
                assertThat(second.exit()).as("the first may be about to end").isEqualTo(1);
                assertThat(second.log()).contains("pilcrow.db");
            }
        }
    }

    /// As at the start of a machine, where the database may be later than the bot.
    @Test
    void aDatabaseThatIsNotThereYetIsAFailureThatMayBeTriedAgain() throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        try (BotProcess bot = start(
                Map.of("PILCROW_STORE", "jdbc:postgresql://127.0.0.1:" + port + "/x?user=u&password=p4ss"))) {
            bot.awaitEnd(SOON);
            assertThat(bot.exit()).as(bot::log).isEqualTo(1);
            assertThat(bot.log()).startsWith("The database cannot be reached").hasLineCount(1).doesNotContain("p4ss");
        }
    }

    @Test
    void aDatabaseThatTheOperatorHasToChangeIsBadUse() throws IOException {
        Path file = Files.writeString(folder.resolve("other.db"), "no database at all");
        try (BotProcess bot = start(Map.of("PILCROW_STORE", "jdbc:sqlite:" + file))) {
            bot.awaitEnd(SOON);
            assertThat(bot.exit()).as(bot::log).isEqualTo(2);
            assertThat(bot.log()).contains("other.db");
        }
    }

    @Test
    void aTokenThatTelegramRefusesIsTold() {
        try (BotProcess bot = start(Map.of("TELEGRAM_BOT_TOKEN", "123456:" + "x".repeat(35)))) {
            await().atMost(SOON).until(() -> bot.log().contains("does not accept the token"));
            assertThat(bot.log()).doesNotContain("x".repeat(35));
        }
    }

    private BotProcess start(Map<String, String> settings) {
        Map<String, String> all = new HashMap<>(
                Map.of("TELEGRAM_BOT_TOKEN", server.token(), "TELEGRAM_API_URL", server.url().toString()));
        all.putAll(settings);
        return BotProcess.start(folder, all);
    }
}
