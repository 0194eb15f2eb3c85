package dev.pilcrow.inbox;

import dev.pilcrow.chat.Platform;
import dev.pilcrow.limits.Limits;
import dev.pilcrow.store.Store;
import java.util.Map;

/// What the work on deliveries needs.
///
/// @param platforms by their names
/// @param running the work in this process
record Parts(Store store, Map<String, Platform> platforms, Respondent respondent, Limits limits, Running running) {

    Parts {
        platforms = Map.copyOf(platforms);
    }
}
