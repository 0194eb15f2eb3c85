package dev.pilcrow.store;

import java.time.Instant;
import java.util.Optional;

/// What is open in the inbox, of all processes that share the database.
///
/// @param open how many rows
/// @param oldest when the oldest of them arrived; none when there is none
public record Backlog(int open, Optional<Instant> oldest) {
}
