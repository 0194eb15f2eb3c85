package dev.pilcrow.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.ToIntFunction;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.longpolling.BotSession;
import org.telegram.telegrambots.longpolling.interfaces.BackOff;
import org.telegram.telegrambots.longpolling.interfaces.LongPollingUpdateConsumer;
import org.telegram.telegrambots.meta.api.methods.updates.GetUpdates;
import org.telegram.telegrambots.meta.api.objects.Update;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;

/// Long polling by the library's session, so that an update is confirmed only when it is on disk, and that nothing ends it
/// but {@link #close}. All but {@link #run} and {@link #close} happens on the thread that polls.
///
/// The session confirms a batch by the next poll, whatever became of it, so the number is set back when it could not be
/// stored. It polls again at once, so all waiting is done here: half a second after a poll that brought nothing new, and
/// after a failure as long as {@link TelegramPulse} says.
final class TelegramPolling implements LongPollingUpdateConsumer, BackOff {

    private static final Logger LOG = System.getLogger(TelegramPolling.class.getName());
    private static final Duration APART = Duration.ofMillis(500);
    private static final Duration WATCH = Duration.ofSeconds(1);
    private static final Duration LAST_BATCH = Duration.ofSeconds(6);

    private final TelegramSettings settings;
    private final TelegramPulse pulse;
    private final ToIntFunction<List<JsonNode>> taker;
    private final BooleanSupplier duty;
    private final CountDownLatch ended = new CountDownLatch(1);
    private final OkHttpClient http;
    private final ScheduledExecutorService thread = Executors
            .newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("telegram-polls").factory());
    private final AtomicInteger last = new AtomicInteger();
    private volatile @Nullable BotSession session;
    private int asked;
    private long polled = System.nanoTime() - APART.toNanos();
    private boolean fresh;

    /// @param taker puts updates on disk, and tells how many were new
    /// @param duty is it still this process that is to poll?
    TelegramPolling(TelegramSettings settings, TelegramPulse pulse, ToIntFunction<List<JsonNode>> taker,
            BooleanSupplier duty) {
        this.settings = settings;
        this.pulse = pulse;
        this.taker = taker;
        this.duty = duty;
        this.http = TelegramHttp.polling(chain -> {
            if (ended.getCount() == 0) {
                throw new TelegramHttp.UnsentException();
            }
            return pulse.intercept(chain);
        });
    }

    /// Polls until the end, or until it is another process that is to, and begins again should the session die.
    void run() throws InterruptedException {
        while (ended.getCount() > 0 && duty.getAsBoolean()) {
            BotSession polls = new BotSession(TelegramJson.MAPPER, http, thread, settings.token().reveal(),
                    () -> TelegramApi.url(settings), this::poll, () -> this, this);
            polls.setLastReceivedUpdate(last);
            try {
                polls.start();
                session = polls;
                watch(polls);
            } catch (TelegramApiException | RuntimeException failed) {
                LOG.log(Level.DEBUG, "no session: {0}", failed.getClass().getSimpleName());
                wait(pulse.pause());
            }
        }
    }

    private void watch(BotSession polls) throws InterruptedException {
        ScheduledFuture<?> running = polls.getRunningPolling();
        boolean over = wait(WATCH);
        while (!over && running != null && !running.isDone() && duty.getAsBoolean()) {
            over = wait(WATCH);
        }
    }

    private GetUpdates poll(int received) {
        long since = System.nanoTime() - polled;
        if (!fresh && since < APART.toNanos()) {
            pause(APART.minusNanos(since));
        }
        polled = System.nanoTime();
        asked = received;
        fresh = false;
        return new TelegramPoll(last, pulse.patience(), pulse::beats);
    }

    @Override
    public void consume(List<Update> updates) {
        int confirmed = last.get();
        try {
            if (ended.getCount() == 0) {
                throw new IllegalStateException("ended");
            }
            int taken = taker.applyAsInt(updates.stream().filter(TelegramPoll.Raw.class::isInstance)
                    .map(TelegramPoll.Raw.class::cast).map(TelegramPoll.Raw::json).toList());
            fresh = taken > 0 || confirmed != asked;
            pulse.beats();
        } catch (Throwable failed) {
            last.set(asked);
            LOG.log(Level.WARNING, "updates could not be stored: {0}", failed.getClass().getSimpleName());
            pause(pulse.pause());
        }
    }

    /// A poll that is answered is not yet a success: what came must be stored first.
    @Override
    public void reset() {
    }

    @Override
    public long nextBackOffMillis() {
        pause(pulse.pause());
        return 0;
    }

    private void pause(Duration time) {
        try {
            wait(time);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /// Waits, but not beyond the end.
    ///
    /// @return has it ended?
    private boolean wait(Duration time) throws InterruptedException {
        return ended.await(time.toNanos(), TimeUnit.NANOSECONDS);
    }

    /// Ends the poll that waits, begins none, and lets a batch that has come be stored.
    @Override
    public synchronized void close() {
        ended.countDown();
        BotSession polls = session;
        if (polls != null) {
            polls.stop();
        }
        http.dispatcher().cancelAll();
        thread.shutdown();
        try {
            thread.awaitTermination(LAST_BATCH.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        thread.shutdownNow();
        http.connectionPool().evictAll();
    }
}
