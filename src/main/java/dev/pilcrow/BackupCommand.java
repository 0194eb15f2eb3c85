package dev.pilcrow;

import dev.pilcrow.store.Backup;
import dev.pilcrow.store.BackupException;
import dev.pilcrow.store.Restoration;
import dev.pilcrow.store.Store;
import dev.pilcrow.store.StoreException;
import dev.pilcrow.wording.BadUseException;
import dev.pilcrow.wording.Phrase;
import dev.pilcrow.wording.Wording;
import java.nio.file.Path;
import java.time.InstantSource;

/// The commands `backup` and `restore`: all that the database keeps, in one file and out of it.
///
/// @param url where the database is
/// @param name what it is called to the operator
/// @param version the program's
record BackupCommand(Secret url, String name, String version, Wording wording, Output output) {

    /// Writes the file, while a bot runs too.
    ///
    /// @see Backup
    void backUp(Path file, boolean replacing) throws BadUseException, StoreException {
        try (Store store = Store.openReadOnly(url, InstantSource.system())) {
            output.say(wording.say(Phrase.BACKUP_DONE, file, store.backup().write(file, version, replacing)));
        } catch (BackupException refused) {
            throw told(refused, file);
        }
    }

    /// Restores the file into an empty database; one that is no whole backup makes none.
    void restore(Path file) throws BadUseException, StoreException {
        try {
            Restoration.check(file);
            try (Store store = Store.open(url, InstantSource.system())) {
                output.say(wording.say(Phrase.RESTORE_DONE, file, store.restoration().restore(file)));
            }
        } catch (BackupException refused) {
            throw told(refused, file);
        }
    }

    private BadUseException told(BackupException refused, Path file) {
        return switch (refused.problem()) {
            case EXISTS -> new BadUseException(Phrase.BACKUP_EXISTS, file);
            case UNWRITABLE -> new BadUseException(Phrase.BACKUP_UNWRITTEN, file);
            case MISSING -> new BadUseException(Phrase.RESTORE_MISSING, file);
            case UNREADABLE -> new BadUseException(Phrase.RESTORE_UNREADABLE, file);
            case FOREIGN -> new BadUseException(Phrase.RESTORE_FOREIGN, file);
            case NEWER -> new BadUseException(Phrase.RESTORE_NEWER, file);
            case DAMAGED -> new BadUseException(Phrase.RESTORE_DAMAGED, file);
            case NOT_EMPTY -> new BadUseException(Phrase.RESTORE_NOT_EMPTY, name);
        };
    }
}
