package dev.pilcrow;

import dev.pilcrow.store.Forgotten;
import dev.pilcrow.store.Store;
import dev.pilcrow.store.StoreException;
import dev.pilcrow.wording.Phrase;
import dev.pilcrow.wording.Wording;
import java.time.InstantSource;

/// The command `forget`: it removes everything that is kept of one person, while a bot runs too, and tells how much it was.
/// A bot that runs forgets what it has in memory within seconds.
///
/// @param url where the database is
record ForgetCommand(Secret url, Wording wording, Output output) {

    void run(Command.Forget forget) throws StoreException {
        try (Store store = Store.openBeside(url, InstantSource.system())) {
            Forgotten removed = store.people().forget(forget.platform(), forget.person());
            output.say(wording.say(Phrase.FORGET_TOLD, forget.platform() + '/' + forget.person(), removed.answers(),
                    removed.votes(), removed.turns(), removed.deliveries()));
        }
    }
}
