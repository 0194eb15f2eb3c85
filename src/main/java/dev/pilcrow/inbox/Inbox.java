package dev.pilcrow.inbox;

import dev.pilcrow.chat.Delivery;
import dev.pilcrow.chat.Intake;
import dev.pilcrow.chat.Place;
import dev.pilcrow.chat.Platform;
import dev.pilcrow.limits.Limits;
import dev.pilcrow.store.Claimed;
import dev.pilcrow.store.Hearing;
import dev.pilcrow.store.News;
import dev.pilcrow.store.Store;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The inbox of every platform: what is accepted is on disk, and is worked on until it is done, by whichever process has
/// claimed it. Many deliveries are worked on at once, each on a virtual thread. Thread-safe.
public final class Inbox implements Intake, AutoCloseable {

    private static final Logger LOG = System.getLogger(Inbox.class.getName());
    /// Deliveries that are worked on at once; most of them wait for a platform or a model.
    private static final int AT_ONCE = 64;
    /// A question that finds so many waiting is declined.
    private static final int MOST_WAITING = 2000;
    private static final int MOST_WAITING_OF_ONE = 20;
    /// How often the store is looked at when nobody, here or in another process, says that something has come.
    private static final Duration LOOK = Duration.ofSeconds(1);
    /// The same when something is due that cannot be claimed, as another process is changing it.
    private static final Duration SHORTEST = Duration.ofMillis(50);
    /// After so long without an answer in a thread, the bot takes no part in it any more.
    private static final Duration IDLE = Duration.ofHours(12);
    private static final Duration END = Duration.ofSeconds(12);
    private static final Duration END_AFTER_INTERRUPT = Duration.ofSeconds(4);

    private final Store store;
    private final InstantSource clock;
    private final Parts parts;
    private final Lease lease;
    private final Duration look;
    private final Semaphore news = new Semaphore(0);
    private final Thread dispatcher = Thread.ofPlatform().name("inbox").daemon().unstarted(this::dispatch);
    private final Rounds rounds;
    private volatile boolean stopping;
    private volatile Hearing hearing = () -> {
    };

    /// An inbox of which no journal is kept.
    public Inbox(Store store, List<Platform> platforms, Respondent respondent, Limits limits, InstantSource clock) {
        this(store, platforms, respondent, limits, clock, Journal.NONE);
    }

    /// @param clock tells how long ago the bot has answered in a thread, how long deliveries wait, and when its own threads
    ///        came round
    /// @param journal is told what is done
    public Inbox(Store store, List<Platform> platforms, Respondent respondent, Limits limits, InstantSource clock,
            Journal journal) {
        this(store, platforms, respondent, limits, clock, journal, LOOK, Lease.RENEWAL);
    }

    /// One that looks and renews as often as it is told, for tests of what it hears without a look.
    Inbox(Store store, List<Platform> platforms, Respondent respondent, Limits limits, InstantSource clock,
            Journal journal, Duration look, Duration renewal) {
        this.look = look;
        this.store = store;
        this.clock = clock;
        this.parts = new Parts(store,
                platforms.stream().collect(Collectors.toMap(Platform::name, Function.identity())), respondent,
                limits, new Running(), new HarmlessJournal(journal), clock);
        this.rounds = new Rounds(clock);
        this.lease = new Lease(store.inbox(), parts.running(), rounds, renewal);
    }

    /// Begins to work on what has been accepted, before this process too.
    public void start() {
        lease.start();
        dispatcher.start();
        hearing = store.hear(this::hear);
    }

    private void hear(News told) {
        switch (told) {
            case WORK -> news.release();
            case STOP -> lease.hurry();
        }
    }

    @Override
    public int accept(List<Delivery> deliveries) {
        if (deliveries.isEmpty()) {
            return 0;
        }
        long begun = System.nanoTime();
        int fresh = store.inbox().accept(deliveries.stream().map(Arrivals::of).toList(), MOST_WAITING,
                MOST_WAITING_OF_ONE).size();
        if (fresh > 0) {
            news.release();
        }
        parts.journal().stored(deliveries.getFirst().place().platform(), deliveries.size(), fresh,
                Duration.ofNanos(System.nanoTime() - begun));
        return fresh;
    }

    @Override
    public boolean takesPartIn(Place place) {
        return store.threads().isOpen(place.id(), clock.instant().minus(IDLE));
    }

    /// When both of the threads that drive the work had last come round; they do so every few seconds.
    public Instant lastRound() {
        return rounds.last();
    }

    /// What became of all that was accepted, by {@link Outcome#key}.
    public Map<String, Long> outcomes() {
        return store.inbox().outcomes();
    }

    /// Ends the work within some seconds: what is under way is finished, or put back for the next start.
    @Override
    public void close() {
        stopping = true;
        hearing.close();
        news.release();
        awaitEnd(END);
        parts.running().stopAll(Outcome.PUT_BACK);
        awaitEnd(END_AFTER_INTERRUPT);
        lease.close();
    }

    private void awaitEnd(Duration longest) {
        long end = System.nanoTime() + longest.toNanos();
        try {
            while ((dispatcher.isAlive() || parts.running().count() > 0) && System.nanoTime() - end < 0) {
                Thread.sleep(10);
            }
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }

    private void dispatch() {
        while (!stopping) {
            rounds.come(Rounds.Of.DISPATCHER);
            try {
                int free = isCutOff() ? 0 : AT_ONCE - parts.running().count();
                List<Claimed> rows = free > 0 ? store.inbox().claim(lease.owner(), Lease.TIME, free) : List.of();
                rows.forEach(this::begin);
                if (rows.isEmpty()) {
                    await(store.inbox().nextDue().filter(due -> free > 0 && due.compareTo(look) < 0).orElse(look));
                }
            } catch (Throwable failure) {
                LOG.log(Level.WARNING, "nothing claimed: {0}", Handling.words(failure));
                pause();
            }
        }
    }

    /// Can nobody be answered from here? Other processes may be better off, so they are left the work.
    private boolean isCutOff() {
        return parts.platforms().values().stream().map(Platform::health).allMatch(Handling::isCutOff);
    }

    private void begin(Claimed row) {
        if (parts.running().has(row.id())) {
            // It was lost to another process, and came back before the work on it has ended.
            parts.running().stop(row.id(), Outcome.PUT_BACK);
            parts.running().leave(row);
            return;
        }
        Runnable end = parts.running().begin(row.id());
        try {
            Thread.ofVirtual().name("delivery-" + row.id()).start(() -> work(row, end));
        } catch (Throwable failure) {
            end.run();
            parts.running().leave(row);
            throw failure;
        }
    }

    private void work(Claimed row, Runnable end) {
        boolean settled = new Handling(parts, row).run();
        end.run();
        if (!settled) {
            parts.running().leave(row);
        }
        news.release();
    }

    private void await(Duration longest) throws InterruptedException {
        if (news.tryAcquire(Math.max(SHORTEST.toMillis(), longest.toMillis()), TimeUnit.MILLISECONDS)) {
            news.drainPermits();
        }
    }

    private void pause() {
        try {
            Thread.sleep(LOOK);
        } catch (InterruptedException stray) {
            // Nobody ends the work so.
        }
    }
}
