package dev.pilcrow.conversation;

import dev.pilcrow.store.TurnTable;
import java.time.InstantSource;
import java.util.List;

/// A memory that outlives the process; each turn of it ends by itself. Thread-safe.
///
/// @param stored where the turns are kept
/// @param conversation the conversation's id
/// @param article the id of the article that it is about
/// @param clock tells how long ago a turn was
record StoredMemory(TurnTable stored, String conversation, String article, InstantSource clock) implements Memory {

    @Override
    public List<Turn> turns() {
        return stored.load(conversation, article, clock.instant().minus(IDLE), MOST).stream().map(
                saved -> new Turn(saved.question(), saved.standalone(), saved.context(), saved.claims(), saved.cited()))
                .toList();
    }

    @Override
    public void add(String person, Turn turn) {
        stored.add(conversation, person, article,
                new TurnTable.Saved(turn.question(), turn.standalone(), turn.context(), turn.claims(), turn.cited()));
    }

    @Override
    public void takeBack(String question) {
        stored.takeBack(conversation, question);
    }

    @Override
    public void clear() {
        stored.forget(conversation);
    }
}
