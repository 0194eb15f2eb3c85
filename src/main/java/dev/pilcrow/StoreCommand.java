package dev.pilcrow;

import dev.pilcrow.store.StoreException;
import dev.pilcrow.wording.BadUseException;
import dev.pilcrow.wording.Wording;
import java.io.IOException;

/// The commands about the database of a bot, which may be running meanwhile.
///
/// @param config where the database is
/// @param wording the operator's words
/// @param output for what was done
record StoreCommand(StoreConfig config, Wording wording, Output output) {

    void run(Command.OfStore command) throws BadUseException, IOException {
        try {
            switch (command) {
                case Command.Insights insights -> new InsightsCommand(config.required(), wording, output).run(insights);
                case Command.BackUp backUp -> backups().backUp(backUp.file(), backUp.replacing());
                case Command.Restore restore -> backups().restore(restore.file());
                case Command.Forget forget -> new ForgetCommand(config.required(), wording, output).run(forget);
            }
        } catch (StoreException closed) {
            throw new BadUseException(config.told(closed.problem()));
        }
    }

    private BackupCommand backups() throws BadUseException {
        return new BackupCommand(config.required(), config.name(), Main.version(), wording, output);
    }
}
