package dev.pilcrow.store;

/// What processes that share a database tell each other.
public enum News {
    /// Something can be claimed that could not be before.
    WORK,
    /// The end of something was asked for that another process works on.
    STOP
}
