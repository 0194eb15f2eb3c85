package dev.pilcrow;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The packaged program's look at a bot's settings, as its operator sees it.
class DoctorIT {

    private static final String TOKEN = "12345:canary" + "x".repeat(30);

    private Path folder = Path.of("");
    private HttpServer telegram;

    @BeforeEach
    void start(@TempDir Path temporary) throws IOException {
        folder = temporary;
        telegram = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        telegram.createContext("/bot" + TOKEN, exchange -> {
            byte[] body = "{\"ok\":true,\"result\":{\"username\":\"pilcrow_bot\",\"url\":\"\"}}"
                    .getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        telegram.start();
    }

    @AfterEach
    void stop() {
        telegram.stop(0);
    }

    @Test
    void aBotThatIsSetRightlyHasTwoLinesMore() {
        Shell shell = doctor(TOKEN, "jdbc:sqlite:data/bot.db", "");
        assertThat(shell.exit()).isZero();
        assertThat(shell.out().lines()).hasSize(8).allMatch(line -> line.startsWith("✓ "));
        assertThat(shell.out()).contains("✓ Tokens: well formed.\n", "/data/bot.db can be opened.\n",
                "✓ Telegram: @pilcrow_bot answers; what readers write is fetched.\n");
        assertThat(folder.resolve("data/bot.db")).isRegularFile();
    }

    @Test
    void theDatabaseOfARunningBotIsRight() throws IOException {
        assertThat(doctor(TOKEN, "jdbc:sqlite:bot.db", "").exit()).isZero();
        try (FileChannel lock = FileChannel.open(folder.resolve("bot.db.lock"), StandardOpenOption.CREATE,
                StandardOpenOption.WRITE)) {
            lock.lock();
            Shell shell = doctor(TOKEN, "jdbc:sqlite:bot.db", " LANG=zh_CN.UTF-8");
            assertThat(shell.out()).contains("✓ 数据库：", "bot.db 正由运行中的 Pilcrow 使用。\n");
            assertThat(shell.exit()).isZero();
        }
    }

    @Test
    void whatIsWrongWithABotIsToldWithoutItsSecrets() throws IOException {
        Files.writeString(folder.resolve("file"), "");
        Shell shell = doctor("99999:canary" + "y".repeat(30), "jdbc:sqlite:file/bot.db", "");
        assertThat(shell.exit()).isEqualTo(1);
        assertThat(shell.out()).contains("✗ Database: ", "bot.db cannot be written; please check its permissions",
                "✗ Telegram: what answers is no Bot API server; please check TELEGRAM_API_URL.\n");
    }

    @Test
    void aDatabaseServerThatIsAwayIsTold() {
        Shell shell = doctor(TOKEN, "'jdbc:postgresql://127.0.0.1:1/d?user=u&password=canary'", "");
        assertThat(shell.exit()).isEqualTo(1);
        assertThat(shell.out())
                .contains("✗ Database: The database cannot be reached, or does not let this user in; please ");
    }

    @Test
    void aTokenThatIsNoneIsRefusedAtTheStartOfEveryCommand() {
        Shell shell = Pilcrow.run(folder, "settings=(TELEGRAM_BOT_TOKEN=canary)", "pilcrow ask 谁？");
        assertThat(shell.exit()).isEqualTo(2);
        assertThat(shell.err()).isEqualTo("Please correct the configuration: TELEGRAM_BOT_TOKEN does not look like a "
                + "bot’s token; please copy it again from BotFather.\n");
    }

    private Shell doctor(String token, String store, String more) {
        Shell shell = Pilcrow.run(folder,
                "settings=(TELEGRAM_BOT_TOKEN=" + token + " TELEGRAM_API_URL=http://127.0.0.1:"
                        + telegram.getAddress().getPort() + " PILCROW_CACHE=cache PILCROW_STORE=" + store + more + ")",
                "pilcrow doctor");
        assertThat(shell.err()).isEmpty();
        assertThat(shell.out()).doesNotContain("canary");
        return shell;
    }
}
