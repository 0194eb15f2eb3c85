package dev.pilcrow.conversation;

import dev.pilcrow.answer.Answer;

/// An answer and how long it took.
///
/// @param answer what is said
/// @param millis from the question to the answer, in milliseconds: no start, indexing or history
public record Reply(Answer answer, double millis) {
}
