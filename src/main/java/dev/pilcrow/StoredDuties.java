package dev.pilcrow;

import dev.pilcrow.chat.Duties;
import dev.pilcrow.store.Store;

/// The duties of the processes that share a database.
record StoredDuties(Store store) implements Duties {

    @Override
    public boolean has(String duty) {
        return store.has(duty);
    }

    @Override
    public void release(String duty) {
        store.release(duty);
    }
}
