package dev.pilcrow.model;

/// How a call of a model ended.
public sealed interface Completion {

    /// The whole text.
    record Whole(String text) implements Completion {
    }

    /// No text, or not all of it.
    record Failed(Fault fault) implements Completion {
    }
}
