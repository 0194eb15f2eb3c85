package dev.pilcrow.insights;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/// Tests of what is told of a store, each with a store of its own.
abstract class WithLedger {

    @TempDir
    private Path folder;
    protected Ledger ledger;

    @BeforeEach
    void open() throws Exception {
        ledger = new Ledger(folder);
    }

    @AfterEach
    void close() {
        ledger.close();
    }
}
