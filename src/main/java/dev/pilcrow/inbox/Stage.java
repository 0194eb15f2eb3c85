package dev.pilcrow.inbox;

/// A part of the way of a delivery, from its arrival to its end.
public enum Stage {
    /// In the inbox, until somebody works on it.
    WAITING,
    /// Until its placeholder is posted.
    PLACEHOLDER,
    /// Until its answer is made and stored.
    ANSWER,
    /// Until the answer is shown.
    SHOWN
}
