package dev.pilcrow.ops;

import dev.pilcrow.inbox.Finished;
import dev.pilcrow.inbox.Journal;
import dev.pilcrow.inbox.Outcome;
import dev.pilcrow.inbox.Stage;
import dev.pilcrow.limits.Limit;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/// Counts what comes in and what becomes of it. All its meters are there from the start, so that there are no more of them
/// however many people ask. Thread-safe.
final class QuestionMeters implements Journal {

    /// What one platform's are.
    private record OfPlatform(Map<Outcome, Counter> questions, Map<Outcome, Counter> events, Map<Stage, Timer> stages,
            Timer whole, Counter received, Counter duplicates, Timer storing, Map<Limit, Counter> limits) {
    }

    /// What a delivery that is done can be.
    private static final Set<Outcome> ENDS = EnumSet.complementOf(EnumSet.of(Outcome.PUT_BACK));

    private final Map<String, OfPlatform> platforms = new HashMap<>();

    /// @param platforms their names; what comes from any other is not counted
    QuestionMeters(MeterRegistry registry, Collection<String> platforms) {
        platforms.forEach(platform -> this.platforms.put(platform, meters(registry, platform)));
    }

    private static OfPlatform meters(MeterRegistry registry, String platform) {
        Named named = new Named(registry, platform);
        return new OfPlatform(
                named.counters("pilcrow.questions", "What became of questions.", "outcome", ENDS),
                named.counters("pilcrow.events", "What became of all else that came.", "outcome", ENDS),
                named.timers("pilcrow.stage", "How long questions stay in each stage.", "stage",
                        EnumSet.allOf(Stage.class)),
                named.timer("pilcrow.question", "How long questions take, from their arrival to their end."),
                named.counter("pilcrow.updates.received", "What the platform has handed over."),
                named.counter("pilcrow.updates.duplicate", "What it has handed over before."),
                named.timer("pilcrow.storing", "How long the platform waits until what came is on disk."),
                named.counters("pilcrow.limits.refused", "Questions that were too much.", "limit",
                        EnumSet.allOf(Limit.class)));
    }

    @Override
    public void stored(String platform, int handed, int fresh, Duration took) {
        OfPlatform meters = platforms.get(platform);
        if (meters != null) {
            meters.received.increment(handed);
            meters.duplicates.increment(Math.max(0, handed - fresh));
            meters.storing.record(took);
        }
    }

    @Override
    public void limited(String platform, Limit limit) {
        OfPlatform meters = platforms.get(platform);
        if (meters != null) {
            count(meters.limits, limit);
        }
    }

    @Override
    public void finished(Finished delivery) {
        OfPlatform meters = platforms.get(delivery.platform());
        if (meters == null) {
            return;
        }
        if (!delivery.isQuestion()) {
            count(meters.events, delivery.outcome());
            return;
        }
        count(meters.questions, delivery.outcome());
        if (delivery.outcome() != Outcome.IGNORED) {
            meters.whole.record(delivery.whole());
            delivery.stages().forEach((stage, took) -> record(meters.stages, stage, took));
        }
    }

    private static <T> void count(Map<T, Counter> counters, T what) {
        Counter counter = counters.get(what);
        if (counter != null) {
            counter.increment();
        }
    }

    private static void record(Map<Stage, Timer> timers, Stage stage, Duration took) {
        Timer timer = timers.get(stage);
        if (timer != null) {
            timer.record(took);
        }
    }

    /// Makes the meters of one platform.
    private record Named(MeterRegistry registry, String platform) {

        Counter counter(String name, String description) {
            return Counter.builder(name).description(description).tag("platform", platform).register(registry);
        }

        Timer timer(String name, String description) {
            return Buckets.of(Timer.builder(name).description(description).tag("platform", platform))
                    .register(registry);
        }

        <E extends Enum<E>> Map<E, Counter> counters(String name, String description, String label, Set<E> all) {
            Map<E, Counter> counters = new HashMap<>();
            for (E one : all) {
                counters.put(one, Counter.builder(name).description(description)
                        .tags("platform", platform, label, Words.of(one)).register(registry));
            }
            return Map.copyOf(counters);
        }

        <E extends Enum<E>> Map<E, Timer> timers(String name, String description, String label, Set<E> all) {
            Map<E, Timer> timers = new HashMap<>();
            for (E one : all) {
                timers.put(one, Buckets.of(Timer.builder(name).description(description)
                        .tags("platform", platform, label, Words.of(one))).register(registry));
            }
            return Map.copyOf(timers);
        }
    }
}
