package dev.pilcrow.limits;

import dev.pilcrow.store.LimitTable;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.BucketConfiguration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;

/// What was asked of all processes that share a database. Thread-safe; every method throws when the database fails or takes
/// too long.
final class SharedTally implements Tally {

    private final LimitTable table;
    private final Map<Limit, BucketConfiguration> full = new EnumMap<>(Limit.class);

    SharedTally(LimitTable table) {
        this.table = table;
        for (Limit limit : Limit.values()) {
            full.put(limit, BucketConfiguration.builder().addLimit(limit.bandwidth()).build());
        }
    }

    @Override
    public <T> T inTurn(Supplier<T> count) {
        return table.inTurn(count);
    }

    @Override
    public Bucket bucket(Limit limit, String key) {
        return table.buckets().builder().build(key, () -> Objects.requireNonNull(full.get(limit)));
    }

    @Override
    public boolean tell(String person) {
        return table.tell(person);
    }

    @Override
    public void forget(String person) {
        table.forget(person);
    }
}
