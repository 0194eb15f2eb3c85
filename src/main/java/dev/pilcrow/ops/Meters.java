package dev.pilcrow.ops;

import dev.pilcrow.chat.Pauses;
import dev.pilcrow.chat.Platform;
import dev.pilcrow.inbox.Journal;
import dev.pilcrow.model.CallJournal;
import dev.pilcrow.search.CacheFigures;
import dev.pilcrow.store.Backlog;
import dev.pilcrow.web.Content;
import dev.pilcrow.web.Page;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/// What this process has counted and measured since its start, in Prometheus' text format. Labels take only values that are
/// known beforehand; none comes from a person, a chat or a text. Thread-safe.
public final class Meters implements AutoCloseable {

    private static final String TEXT = "text/plain; version=0.0.4; charset=utf-8";
    private static final String PATH = "/metrics";

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final JvmGcMetrics collections = new JvmGcMetrics();
    private final List<Supplier<Number>> held = new CopyOnWriteArrayList<>();

    /// @param version of the program
    public Meters(String version) {
        Stream.of(new JvmMemoryMetrics(), collections, new JvmThreadMetrics(), new FileDescriptorMetrics(),
                new ProcessorMetrics(), new UptimeMetrics()).forEach(jvm -> jvm.bindTo(registry));
        Gauge.builder("pilcrow.build.info", () -> 1).description("The program that runs.")
                .tags("version", version, "java", Runtime.version().toString()).register(registry);
    }

    private void watch(Platform platform) {
        Pauses pauses = platform.pauses();
        Tags tags = Tags.of("platform", platform.name());
        count("pilcrow.platform.pauses", "How often the platform wanted the bot to wait.", tags,
                () -> pauses.count());
        count("pilcrow.platform.pause.seconds", "For how long it wanted that, in all.", tags,
                () -> pauses.total().toMillis() / 1e3);
    }

    /// What is told of questions. The platforms' own figures are shown from now on.
    ///
    /// @param platforms those that are served
    public Journal questions(List<Platform> platforms) {
        platforms.forEach(this::watch);
        return new QuestionMeters(registry, platforms.stream().map(Platform::name).toList());
    }

    /// What is told of the calls of a model.
    ///
    /// @param price what it costs; without one, that is not counted
    public CallJournal model(Optional<Price> price) {
        return new ModelMeters(registry, price);
    }

    /// Shows what caches have done.
    public void watchCaches(Supplier<List<CacheFigures>> caches) {
        for (CacheFigures cache : caches.get()) {
            Tags tags = Tags.of("cache", cache.name());
            count("pilcrow.cache.requests", "How often caches had what was wanted.", tags.and("result", "hit"),
                    of(caches, cache.name(), CacheFigures::hits));
            count("pilcrow.cache.requests", "How often caches had what was wanted.", tags.and("result", "miss"),
                    of(caches, cache.name(), CacheFigures::misses));
            count("pilcrow.cache.evictions", "How often something made way.", tags,
                    of(caches, cache.name(), CacheFigures::evictions));
            Gauge.builder("pilcrow.cache.entries", of(caches, cache.name(), CacheFigures::entries))
                    .description("What caches keep, about.").tags(tags).register(registry);
        }
    }

    private static Supplier<Number> of(Supplier<List<CacheFigures>> caches, String name,
            ToDoubleFunction<CacheFigures> figure) {
        return () -> caches.get().stream().filter(cache -> cache.name().equals(name)).mapToDouble(figure).sum();
    }

    /// Shows what the check of a model's sentences has kept and dropped.
    ///
    /// @param claims how many, by what became of them
    public void watchClaims(Supplier<Map<String, Long>> claims) {
        claims.get().keySet().forEach(key -> count("pilcrow.claims", "What the check of the model's sentences said.",
                Tags.of("result", key), () -> claims.get().getOrDefault(key, 0L)));
    }

    /// Shows what is open in the inbox.
    public void watchBacklog(Supplier<Backlog> backlog, InstantSource clock) {
        BacklogReading reading = new BacklogReading(backlog, clock);
        Gauge.builder("pilcrow.inbox.open", reading::open).description("Deliveries that are not done.")
                .register(registry);
        Gauge.builder("pilcrow.inbox.oldest", reading::oldest).baseUnit("seconds")
                .description("How long the oldest of them has been there.").register(registry);
        Gauge.builder("pilcrow.store.up", reading::up).description("Does the database answer?").register(registry);
    }

    /// The registry itself holds what it asks for a count by no more than a weak reference.
    private void count(String name, String description, Tags tags, Supplier<Number> now) {
        held.add(now);
        FunctionCounter.builder(name, now, supplier -> supplier.get().doubleValue()).description(description)
                .tags(tags).register(registry);
    }

    /// Where they are read.
    public Page page() {
        return new Page(PATH, Page.Access.OPERATOR, _ -> Optional.of(Content.of(TEXT, registry.scrape())));
    }

    @Override
    public void close() {
        collections.close();
        registry.close();
    }
}
