package dev.pilcrow;

import dev.pilcrow.store.Store;
import dev.pilcrow.store.StoreException;
import dev.pilcrow.wording.Phrase;
import java.time.InstantSource;

/// Opens the database as a bot does, and closes it again.
///
/// @param config where it is
/// @param clock for the database
record DatabaseCheck(StoreConfig config, InstantSource clock) {

    Finding run(Secret url) {
        try (Store _ = Store.open(url, clock)) {
            return config.file().map(file -> Finding.good(Phrase.DOCTOR_DATABASE_FILE, file))
                    .orElseGet(() -> Finding.good(Phrase.DOCTOR_DATABASE_SERVER));
        } catch (StoreException closed) {
            return closed.problem() == StoreException.Problem.IN_USE
                    ? Finding.good(Phrase.DOCTOR_DATABASE_RUNNING, config.name())
                    : new Finding(false, config.told(closed.problem()));
        }
    }
}
