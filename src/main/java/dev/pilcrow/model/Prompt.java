package dev.pilcrow.model;

import java.util.ArrayList;
import java.util.List;

/// What a model is asked: the messages of a chat, in order. Immutable.
public record Prompt(List<Turn> turns) {

    /// Who says a message.
    public enum Role {
        SYSTEM, USER, ASSISTANT
    }

    /// A message.
    public record Turn(Role role, String text) {
    }

    public Prompt {
        turns = List.copyOf(turns);
        if (turns.isEmpty()) {
            throw new IllegalArgumentException("a prompt without a message");
        }
    }

    /// The same chat, gone on with.
    public Prompt and(Prompt next) {
        List<Turn> all = new ArrayList<>(turns);
        all.addAll(next.turns());
        return new Prompt(all);
    }

    /// One message of the user's.
    public static Prompt of(String text) {
        return new Prompt(List.of(new Turn(Role.USER, text)));
    }
}
