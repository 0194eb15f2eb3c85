package dev.pilcrow.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.pilcrow.Secret;
import dev.pilcrow.chat.Health;
import dev.pilcrow.chat.Message;
import dev.pilcrow.chat.Place;
import dev.pilcrow.chat.Post;
import dev.pilcrow.standin.Fault;
import dev.pilcrow.telegram.server.Account;
import dev.pilcrow.telegram.server.Chat;
import dev.pilcrow.telegram.server.TelegramServer;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/// All that is logged while everything fails. It runs alone, as it takes the log for itself.
@Isolated
class TelegramLogTest {

    private static final Duration SOON = Duration.ofSeconds(10);

    private final TelegramServer server = TelegramServer.start();
    private final Account li = server.person("Li", "zh-hans");
    private final Chat dm = server.dm(li);
    private final Place here = new Place("telegram", Long.toString(server.bot().id()), Long.toString(dm.id()), "",
            true);
    private final Journal journal = new Journal();
    private final TelegramSettings settings = new TelegramSettings(new Secret(server.token()),
            URI.create(server.url()), null, Map.of(), TelegramLimits.unlimited(), InstantSource.system());
    private final TelegramPlatform telegram = new TelegramPlatform(settings);

    @AfterEach
    void close() {
        telegram.close();
        server.close();
        assertThat(server.violations()).isEmpty();
    }

    @Test
    void tellsItsTokenToNoLog() throws InterruptedException {
        List<String> logged = new CopyOnWriteArrayList<>();
        Handler all = keeping(logged);
        Logger root = Logger.getLogger("");
        Level before = root.getLevel();
        List<Handler> others = List.of(root.getHandlers());
        others.forEach(root::removeHandler);
        root.addHandler(all);
        root.setLevel(Level.ALL);
        Journal.LOUD.setLevel(Level.ALL);
        try {
            server.fail("getUpdates", new Fault.Html(502), new Fault.BreaksBefore(), new Fault.Halves(),
                    new Fault.Garbage());
            server.fail("sendMessage", new Fault.Garbage(), new Fault.BreaksBefore(), Fault.badRequest("no"));
            telegram.start(journal);
            await().atMost(SOON).until(() -> telegram.health() == Health.GOOD);
            for (int i = 0; i < 4; i++) {
                telegram.post(here, null, Post.of(Message.plain("hello")), "key");
            }
            journal.failing(IllegalStateException::new);
            li.says(dm, "why?");
            await().atMost(SOON).until(() -> journal.calls() > 0);
            server.offline(true);
            telegram.post(here, null, Post.of(Message.plain("hello")), "key");
            TimeUnit.SECONDS.sleep(1);
            telegram.close();
        } finally {
            root.removeHandler(all);
            others.forEach(root::addHandler);
            root.setLevel(before);
            Journal.LOUD.setLevel(Level.OFF);
        }
        assertThat(logged).anyMatch(one -> one.contains("BotSession")).anyMatch(one -> one.contains("TelegramApi"))
                .noneMatch(one -> one.contains(server.token()) || one.contains("AACanary"));
        assertThat(settings.toString()).doesNotContain("AACanary");
    }

    private static Handler keeping(List<String> logged) {
        return new Handler() {
            @Override
            public void publish(LogRecord entry) {
                StringWriter stack = new StringWriter();
                if (entry.getThrown() != null) {
                    entry.getThrown().printStackTrace(new PrintWriter(stack));
                }
                logged.add(entry.getLoggerName() + " " + entry.getMessage() + Arrays.toString(entry.getParameters())
                        + stack);
            }

            @Override
            public void flush() {
            }

            @Override
            public void close() {
            }
        };
    }
}
