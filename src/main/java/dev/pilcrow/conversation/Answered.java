package dev.pilcrow.conversation;

import dev.pilcrow.answer.Answer;
import dev.pilcrow.answer.Answer.Caveat;

/// An answer, and what the conversation remembers of it.
record Answered(Answer answer, Turn turn) {

    /// Is the answer whole, so that it serves whoever asks the same?
    boolean isWhole() {
        return !(answer instanceof Answer.Unavailable)
                && (answer.caveat() == Caveat.NONE || answer.caveat() == Caveat.LEFT_OUT);
    }

    /// The same for somebody who asked in other words that mean the same.
    Answered to(String question) {
        return new Answered(answer,
                new Turn(question, turn.standalone(), turn.context(), turn.claims(), turn.cited()));
    }
}
