package dev.pilcrow.limits;

import io.github.bucket4j.Bucket;
import java.util.function.Supplier;

/// Where it is kept how much was asked. Thread-safe.
interface Tally {

    /// Counts a question when there is room for it to be counted.
    <T> T inTurn(Supplier<T> count);

    /// The bucket of a limit and whom it is for.
    Bucket bucket(Limit limit, String key);

    /// Notes that a person is told that they ask too much.
    ///
    /// @return is it the first time since {@link #forget}?
    boolean tell(String person);

    /// Notes that what a person asks is within the limits again.
    void forget(String person);
}
