package dev.pilcrow.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.pilcrow.BesideOthers;
import dev.pilcrow.Secret;
import dev.pilcrow.chat.Duties;
import dev.pilcrow.chat.Health;
import dev.pilcrow.telegram.server.Account;
import dev.pilcrow.telegram.server.Chat;
import dev.pilcrow.telegram.server.TelegramServer;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Two processes of one bot: one polls, the other stands by.
@BesideOthers
class TelegramStandbyTest {

    private static final Duration SOON = Duration.ofSeconds(30);

    /// The duties of processes in this JVM.
    private static final class Board {

        private final Map<String, Desk> taken = new ConcurrentHashMap<>();
        private volatile boolean away;

        private final class Desk implements Duties {

            @Override
            public boolean has(String duty) {
                if (away) {
                    throw new IllegalStateException("away");
                }
                return taken.computeIfAbsent(duty, _ -> this) == this;
            }

            @Override
            public void release(String duty) {
                taken.remove(duty, this);
            }
        }
    }

    private final TelegramServer server = TelegramServer.start();
    private final Account li = server.person("Li", "zh-hans");
    private final Chat dm = server.dm(li);
    private final Board board = new Board();
    private final Journal first = new Journal();
    private final Journal second = new Journal();
    private final TelegramPlatform poller = process(null);
    private final TelegramPlatform standby = process(null);

    private TelegramPlatform process(TelegramSettings.@Nullable Webhook webhook) {
        return new TelegramPlatform(
                new TelegramSettings(new Secret(server.token()), URI.create(server.url()), webhook,
                        Map.of("", List.of(new TelegramSettings.Command("ask", "ask something"))),
                        TelegramLimits.unlimited(), InstantSource.system()),
                board.new Desk());
    }

    private void begin() {
        poller.start(first);
        until(poller, Health.GOOD);
        standby.start(second);
        until(standby, Health.STANDBY);
    }

    private static void until(TelegramPlatform process, Health health) {
        await().atMost(SOON).until(() -> process.health() == health);
    }

    private static void passes(Duration time) {
        await().pollDelay(time).atMost(SOON).until(() -> true);
    }

    @AfterEach
    void close() {
        poller.close();
        standby.close();
        server.close();
        assertThat(server.violations()).isEmpty();
    }

    @Test
    void oneProcessPollsAndSetsTheCommands() {
        begin();
        li.says(dm, "why?");
        await().atMost(SOON).until(() -> first.questions().equals(List.of("why?")));
        passes(Duration.ofSeconds(2));
        assertThat(second.questions()).isEmpty();
        assertThat(server.counts()).containsEntry("setMyCommands", 2).containsEntry("deleteWebhook", 1)
                .containsEntry("getMe", 2);
        assertThat(poller.health()).isEqualTo(Health.GOOD);
        assertThat(standby.health()).isEqualTo(Health.STANDBY);
        assertThat(board.taken).containsOnlyKeys("telegram " + server.bot().id());
    }

    @Test
    void theOtherTakesOverWhenThePollerIsAskedToEnd() {
        begin();
        poller.stop();
        li.says(dm, "why?");
        await().atMost(Duration.ofSeconds(10)).until(() -> second.questions().equals(List.of("why?")));
        assertThat(first.questions()).isEmpty();
        assertThat(standby.health()).isEqualTo(Health.GOOD);
    }

    @Test
    void whoLosesTheDutyPollsNoMore() {
        begin();
        board.taken.replaceAll((_, _) -> board.new Desk());
        until(poller, Health.STANDBY);
        passes(Duration.ofSeconds(2));
        int polls = server.counts().getOrDefault("getUpdates", 0);
        li.says(dm, "why?");
        passes(Duration.ofSeconds(3));
        assertThat(server.counts()).containsEntry("getUpdates", polls);
        board.taken.clear();
        await().atMost(SOON).until(() -> first.questions().size() + second.questions().size() == 1);
    }

    @Test
    void whileNobodyCanTellWhoseDutyItIsNobodyPollsAndNobodySaysAllIsWell() {
        begin();
        board.away = true;
        await().atMost(SOON).until(() -> poller.health() != Health.STANDBY && standby.health() == Health.SILENT);
        passes(Duration.ofSeconds(3));
        int polls = server.counts().getOrDefault("getUpdates", 0);
        li.says(dm, "why?");
        passes(Duration.ofSeconds(2));
        assertThat(server.counts()).containsEntry("getUpdates", polls);
        board.away = false;
        await().atMost(SOON).until(() -> first.questions().size() + second.questions().size() == 1);
    }

    @Test
    void aWebhookIsSetByOneAndWorksForAll() {
        TelegramSettings.Webhook webhook = new TelegramSettings.Webhook(
                URI.create("http://127.0.0.1:9/telegram"), new Secret("S3cret_-"));
        try (TelegramPlatform one = process(webhook); TelegramPlatform other = process(webhook)) {
            one.start(first);
            until(one, Health.GOOD);
            other.start(second);
            until(other, Health.GOOD);
            assertThat(server.counts()).containsEntry("setWebhook", 1);
            one.stop();
            await().atMost(SOON).until(() -> server.counts().getOrDefault("setWebhook", 0) == 2);
            assertThat(other.health()).isEqualTo(Health.GOOD);
        }
    }
}
