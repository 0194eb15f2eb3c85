package dev.pilcrow.chat;

/// A sign that the bot puts on a message of somebody else's.
public enum Reaction {
    /// It has been read and is worked on.
    SEEN,
    /// It is not answered, as there were too many before it.
    TOO_MANY
}
