package dev.pilcrow.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.pilcrow.chat.Health;
import dev.pilcrow.standin.HandClock;
import dev.pilcrow.web.Content;
import dev.pilcrow.web.Page;
import dev.pilcrow.web.Visit;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What the pages of health say, and when.
@Timeout(60)
class HealthTest {

    private static final Duration LONG = Duration.ofSeconds(30);

    private final HandClock clock = new HandClock();

    @Test
    void aThreadThatHasNotComeRoundFor30SecondsIsDead() {
        Instant round = clock.instant();
        Page page = new Liveness(() -> round, clock).page();
        assertThat(page.path()).isEqualTo("/healthz");
        assertThat(page.access()).isEqualTo(Page.Access.ANYBODY);
        clock.forward(Duration.ofSeconds(30));
        assertThat(read(page)).isEqualTo(new Content(200, "application/json", Map.of(), "{\"alive\":true}\n"));
        clock.forward(Duration.ofSeconds(1));
        assertThat(read(page)).isEqualTo(new Content(503, "application/json", Map.of(), "{\"alive\":false}\n"));
    }

    @Test
    void itIsReadyWhenAllItsPartsAre() {
        Page page = new Readiness(List.of(new Part("store", () -> State.GOOD), new Part("slack", () -> State.GOOD)))
                .page();
        assertThat(page.path()).isEqualTo("/readyz");
        assertThat(page.access()).isEqualTo(Page.Access.ANYBODY);
        assertThat(read(page).status()).isEqualTo(200);
        assertThat(read(page).body()).isEqualTo("{\"ready\":true,\"store\":\"good\",\"slack\":\"good\"}\n");
    }

    @ParameterizedTest
    @EnumSource(value = State.class, names = {"AWAY", "CONFLICT", "REFUSED"})
    void onePartThatIsNotReadyIsEnoughAndIsNamed(State state) {
        Page page = new Readiness(List.of(new Part("store", () -> State.GOOD), new Part("telegram", () -> state)))
                .page();
        assertThat(read(page).status()).isEqualTo(503);
        assertThat(read(page).body()).isEqualTo("{\"ready\":false,\"store\":\"good\",\"telegram\":\""
                + state.word() + "\"}\n");
    }

    @Test
    void aPlatformThatHandsNothingOverIsNotReady() {
        assertThat(State.of(Health.GOOD).isReady()).isTrue();
        for (Health health : List.of(Health.SILENT, Health.CONFLICT, Health.REFUSED)) {
            assertThat(State.of(health).isReady()).isFalse();
        }
    }

    @Test
    void aStoreThatFailsIsAwayUntilItAnswersAgain() {
        Queue<RuntimeException> failures = new ArrayDeque<>(List.of(new IllegalStateException("gone")));
        Supplier<State> sample = answering(() -> {
            if (!failures.isEmpty()) {
                throw failures.remove();
            }
        }, LONG, clock);
        assertThat(sample.get()).isEqualTo(State.AWAY);
        assertThat(sample.get()).isEqualTo(State.AWAY);
        clock.forward(Duration.ofSeconds(1));
        assertThat(sample.get()).isEqualTo(State.GOOD);
    }

    @Test
    void howeverOftenSomebodyWantsToKnowTheStoreIsAskedOnceASecond() {
        AtomicInteger asked = new AtomicInteger();
        Supplier<State> sample = answering(asked::incrementAndGet, LONG, clock);
        for (int i = 0; i < 100; i++) {
            assertThat(sample.get()).isEqualTo(State.GOOD);
        }
        assertThat(asked).hasValue(1);
        clock.forward(Duration.ofSeconds(1));
        assertThat(sample.get()).isEqualTo(State.GOOD);
        assertThat(asked).hasValue(2);
    }

    @Test
    void aStoreThatHangsIsAwayAndIsNotAskedAgainUntilItAnswers() {
        AtomicInteger asked = new AtomicInteger();
        CountDownLatch hangs = new CountDownLatch(1);
        Supplier<State> sample = answering(() -> {
            asked.incrementAndGet();
            waitFor(hangs);
        }, Duration.ofMillis(50), clock);
        assertThat(sample.get()).isEqualTo(State.AWAY);
        await().until(() -> asked.get() == 1);
        for (int i = 0; i < 5; i++) {
            clock.forward(Duration.ofSeconds(10));
            assertThat(sample.get()).isEqualTo(State.AWAY);
        }
        assertThat(asked).hasValue(1);
        hangs.countDown();
        await().until(() -> sample.get() == State.GOOD);
    }

    @Test
    void whatIsPreparedIsAwayUntilItIsDoneAndIsTriedAgainWhenItFails() {
        CountDownLatch goesOn = new CountDownLatch(1);
        AtomicInteger tried = new AtomicInteger();
        try (Preparation preparation = Preparation.begin("test", () -> {
            if (tried.incrementAndGet() < 3) {
                throw new IllegalStateException("the disk is full");
            }
            waitFor(goesOn);
        }, Duration.ofMillis(1))) {
            await().until(() -> tried.get() == 3);
            assertThat(preparation.get()).isEqualTo(State.AWAY);
            goesOn.countDown();
            await().until(() -> preparation.get() == State.GOOD);
        }
        assertThat(tried).hasValue(3);
    }

    @Test
    void whatIsClosedIsTriedNoMore() {
        AtomicInteger tried = new AtomicInteger();
        Preparation preparation = Preparation.begin("test", () -> {
            tried.incrementAndGet();
            throw new IllegalStateException("the disk is full");
        }, Duration.ofMillis(1));
        await().until(() -> tried.get() > 1);
        preparation.close();
        assertThat(Thread.getAllStackTraces().keySet()).noneMatch(thread -> thread.getName().equals("test"));
        assertThat(preparation.get()).isEqualTo(State.AWAY);
    }

    @Test
    void whatHeedsNoInterruptIsWaitedForWhenItIsClosed() {
        CountDownLatch begun = new CountDownLatch(1);
        AtomicInteger ended = new AtomicInteger();
        try (Preparation _ = Preparation.begin("test", () -> {
            begun.countDown();
            long end = System.nanoTime() + Duration.ofMillis(300).toNanos();
            while (System.nanoTime() - end < 0) {
                Thread.onSpinWait();
            }
            ended.incrementAndGet();
        }, Duration.ofMillis(1))) {
            waitFor(begun);
        }
        assertThat(ended).hasValue(1);
    }

    private Supplier<State> answering(Runnable question, Duration patience, InstantSource time) {
        return Part.answering("store", question, patience, time).state();
    }

    private static Content read(Page page) {
        return page.source().read(new Visit(Map.of(), Map.of(), List.of())).orElseThrow();
    }

    private static void waitFor(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }
}
