package dev.pilcrow.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pilcrow.chat.Delivery;
import dev.pilcrow.chat.Duties;
import dev.pilcrow.chat.Health;
import dev.pilcrow.chat.Intake;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.meta.api.methods.GetMe;
import org.telegram.telegrambots.meta.api.methods.botapimethods.PartialBotApiMethod;
import org.telegram.telegrambots.meta.api.methods.commands.SetMyCommands;
import org.telegram.telegrambots.meta.api.methods.updates.SetWebhook;
import org.telegram.telegrambots.meta.api.objects.commands.BotCommand;
import org.telegram.telegrambots.meta.api.objects.commands.scope.BotCommandScope;
import org.telegram.telegrambots.meta.api.objects.commands.scope.BotCommandScopeAllGroupChats;
import org.telegram.telegrambots.meta.api.objects.commands.scope.BotCommandScopeAllPrivateChats;

/// Receives what readers write: it asks who the bot is, has Telegram's apps offer the commands, and polls, or has updates
/// sent to a webhook. All of it happens in the background, and all but the commands is tried until it succeeds. Thread-safe.
///
/// Of several processes one does so, as Telegram hands over to one; the others stand by, and take over when it is gone.
/// Should two poll for a moment, Telegram ends one poll, and what both have seen is stored once.
final class TelegramReceiver {

    private static final Logger LOG = System.getLogger(TelegramReceiver.class.getName());
    private static final int CONNECTIONS = 40;
    private static final Duration LOOK = Duration.ofSeconds(1);
    private static final int TRIES = 5;
    private static final Duration AGAIN = Duration.ofSeconds(5);
    private static final String ONLY_IN_PRIVATE = "start";

    private final TelegramSettings settings;
    private final TelegramApi api;
    private final Duties duties;
    private final Intake intake;
    private final Consumer<String> dropped;
    private final CountDownLatch ended = new CountDownLatch(1);
    private final TelegramPulse pulse;
    private final Thread lifecycle = Thread.ofVirtual().name("telegram").unstarted(this::run);
    private volatile @Nullable TelegramReader reader;
    private volatile @Nullable TelegramPolling polling;
    private volatile boolean hooked;
    private volatile boolean standby;

    /// @param duties who of several processes receives
    /// @param dropped is told the id of a press that is no button's
    TelegramReceiver(TelegramSettings settings, TelegramApi api, Duties duties, Intake intake,
            Consumer<String> dropped) {
        this.settings = settings;
        this.api = api;
        this.duties = duties;
        this.intake = intake;
        this.dropped = dropped;
        this.pulse = new TelegramPulse(settings.clock(), RandomGenerator.getDefault(), api.pauses());
    }

    void start() {
        lifecycle.start();
    }

    private void run() {
        while (ended.getCount() > 0) {
            try {
                receive();
                return;
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
                return;
            } catch (Throwable failed) {
                LOG.log(Level.WARNING, "receives nothing: {0}", failed.getClass().getSimpleName());
                LockSupport.parkNanos(pulse.pause().toNanos());
            }
        }
    }

    private void receive() throws InterruptedException {
        JsonNode me = until(new GetMe()).result();
        TelegramBot bot = new TelegramBot(me.path("id").asLong(), me.path("username").asText());
        reader = new TelegramReader(bot);
        while (ended.getCount() > 0) {
            if (hasDuty(bot)) {
                begin(bot);
            } else if (standby) {
                hooked = settings.webhook() != null;
            }
            ended.await(LOOK.toNanos(), TimeUnit.NANOSECONDS);
        }
    }

    /// Is it this process that polls, or has the webhook set, which works for the others too? At the end it no longer is. As
    /// long as nobody can tell, none is, and nothing could be stored either.
    private synchronized boolean hasDuty(TelegramBot bot) {
        if (ended.getCount() == 0) {
            return false;
        }
        try {
            boolean ours = duties.has(duty(bot));
            if (ours && standby) {
                pulse.begins();
            }
            standby = !ours;
            return ours;
        } catch (RuntimeException unknown) {
            LOG.log(Level.WARNING, "who receives? {0}", unknown.getClass().getSimpleName());
            standby = false;
            return false;
        }
    }

    private synchronized void release(TelegramBot bot) {
        try {
            duties.release(duty(bot));
        } catch (RuntimeException unknown) {
            LOG.log(Level.DEBUG, "not released: {0}", unknown.getClass().getSimpleName());
        }
    }

    private static String duty(TelegramBot bot) {
        return "telegram " + bot.id();
    }

    /// Does what one process does, as long as it is this one.
    private void begin(TelegramBot bot) throws InterruptedException {
        Thread.ofVirtual().name("telegram-commands").start(this::offer);
        TelegramSettings.Webhook webhook = settings.webhook();
        if (webhook == null) {
            try (TelegramPolling polls = new TelegramPolling(settings, pulse, this::take, () -> hasDuty(bot))) {
                polling = polls;
                polls.run();
            }
        } else {
            until(SetWebhook.builder().url(webhook.address().toString()).secretToken(webhook.secret().reveal())
                    .allowedUpdates(TelegramPoll.KINDS).maxConnections(CONNECTIONS).build());
            hooked = true;
            while (hasDuty(bot)) {
                ended.await(LOOK.toNanos(), TimeUnit.NANOSECONDS);
            }
        }
    }

    /// Calls a method until it is done.
    private TelegramReply until(PartialBotApiMethod<?> method) throws InterruptedException {
        for (TelegramReply reply = api.call(method);; reply = api.call(method)) {
            if (reply.done()) {
                return reply;
            }
            pulse.fails(reply);
            if (ended.await(pulse.pause().toNanos(), TimeUnit.NANOSECONDS)) {
                throw new InterruptedException("ended");
            }
        }
    }

    private void offer() {
        settings.commands().forEach((language, commands) -> {
            offer(language, commands, new BotCommandScopeAllPrivateChats());
            offer(language, commands.stream().filter(command -> !command.name().equals(ONLY_IN_PRIVATE)).toList(),
                    new BotCommandScopeAllGroupChats());
        });
    }

    private void offer(String language, List<TelegramSettings.Command> commands, BotCommandScope scope) {
        SetMyCommands offer = SetMyCommands.builder().scope(scope).languageCode(language.isEmpty() ? null : language)
                .commands(commands.stream().map(command -> new BotCommand(command.name(), command.description()))
                        .toList())
                .build();
        try {
            for (int tries = 1; !api.call(offer).done() && tries < TRIES; tries++) {
                if (ended.await(AGAIN.toNanos(), TimeUnit.NANOSECONDS)) {
                    return;
                }
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /// Puts updates on disk.
    ///
    /// @return how many of the deliveries in them were new
    int take(List<JsonNode> updates) {
        TelegramReader reading = reader;
        if (reading == null || ended.getCount() == 0) {
            throw new IllegalStateException("receives nothing now");
        }
        List<Delivery> deliveries = new ArrayList<>();
        for (JsonNode update : updates) {
            Optional<Delivery> delivery = reading.read(update);
            delivery.ifPresent(deliveries::add);
            String press = update.path("callback_query").path("id").asText();
            if (delivery.isEmpty() && !press.isEmpty()) {
                dropped.accept(press);
            }
        }
        return deliveries.isEmpty() ? 0 : intake.accept(deliveries);
    }

    Health health() {
        if (ended.getCount() == 0) {
            return Health.SILENT;
        }
        return hooked ? Health.GOOD : standby ? Health.STANDBY : pulse.health();
    }

    void stop() {
        ended.countDown();
        TelegramPolling polls = polling;
        if (polls != null) {
            polls.close();
        }
        TelegramReader reading = reader;
        if (reading != null) {
            release(reading.bot());
        }
        lifecycle.interrupt();
    }
}
