package dev.pilcrow.ops;

import dev.pilcrow.model.CallJournal;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Counts the calls of the model, and what they cost. Thread-safe.
final class ModelMeters implements CallJournal {

    private final Map<String, Counter> calls;
    private final Timer took;
    private final Counter in;
    private final Counter out;
    private final Optional<Price> price;
    private final Optional<Counter> cost;

    ModelMeters(MeterRegistry registry, Optional<Price> price) {
        this.price = price;
        this.calls = CallJournal.ends().stream().collect(Collectors.toUnmodifiableMap(Function.identity(),
                end -> Counter.builder("pilcrow.model.calls").description("How calls of the model ended.")
                        .tag("end", end).register(registry)));
        this.took = Buckets.of(Timer.builder("pilcrow.model.call").description("How long calls of the model take."))
                .register(registry);
        this.in = tokens(registry, "in");
        this.out = tokens(registry, "out");
        this.cost = price.map(_ -> Counter.builder("pilcrow.model.cost")
                .description("What the model cost, in the money of its price.").register(registry));
    }

    private static Counter tokens(MeterRegistry registry, String direction) {
        return Counter.builder("pilcrow.model.tokens").description("Tokens that the model's provider has counted.")
                .tag("direction", direction).register(registry);
    }

    @Override
    public void ended(String end, Duration time) {
        Counter counter = calls.get(end);
        if (counter != null) {
            counter.increment();
        }
        took.record(time);
    }

    @Override
    public void used(int tokensIn, int tokensOut) {
        in.increment(tokensIn);
        out.increment(tokensOut);
        price.ifPresent(each -> cost.ifPresent(sum -> sum.increment(each.of(tokensIn, tokensOut))));
    }
}
