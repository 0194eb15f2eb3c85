package dev.pilcrow.inbox;

import dev.pilcrow.chat.Platform;
import dev.pilcrow.limits.Limits;
import dev.pilcrow.store.Store;
import java.time.InstantSource;
import java.util.Map;

/// What the work on deliveries needs.
///
/// @param platforms by their names
/// @param running the work in this process
/// @param journal is told what becomes of deliveries
record Parts(Store store, Map<String, Platform> platforms, Respondent respondent, Limits limits, Running running,
        Journal journal, InstantSource clock) {

    Parts {
        platforms = Map.copyOf(platforms);
    }
}
