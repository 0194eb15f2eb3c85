package dev.pilcrow.store;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A row of the inbox as it was when somebody claimed it or asked for it.
///
/// @param id its number
/// @param arrival what arrived, in the conversation and lane that it was put into
/// @param busy were there too many before it when it arrived?
/// @param attempts how often it was claimed, this time included; what gave its attempt back does not count
/// @param received when it arrived
/// @param placeholder the message that its answer goes into, in one word; none until there is one
/// @param answer the number of its answer; none until there is one
/// @param owner who worked on it; nobody when it waited or was done
/// @param stop why its end was asked for; none when it was not
public record Claimed(long id, Arrival arrival, boolean busy, int attempts, Instant received,
        @Nullable String placeholder,
        @Nullable Long answer, @Nullable String owner, @Nullable String stop) {
}
