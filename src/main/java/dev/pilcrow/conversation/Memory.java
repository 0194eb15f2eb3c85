package dev.pilcrow.conversation;

import java.time.Duration;
import java.util.List;

/// What a conversation remembers: its last turns, until nobody has spoken for long. Thread-safe.
interface Memory {

    /// How many turns.
    int MOST = 6;
    /// How long.
    Duration IDLE = Duration.ofHours(12);

    /// The turns, oldest first.
    List<Turn> turns();

    /// @param person the platform's id of whose question it is; empty where nobody knows
    void add(String person, Turn turn);

    /// Forgets the newest turn with this question; nothing when there is none.
    void takeBack(String question);

    void clear();
}
