package dev.pilcrow.store;

import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/// The console of the tests, which need not hear of every migration.
final class Console {

    private Console() {
    }

    static void quiet() {
        List.of(Logger.getLogger("").getHandlers()).forEach(handler -> handler.setLevel(Level.SEVERE));
    }
}
