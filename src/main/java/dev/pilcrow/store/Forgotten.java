package dev.pilcrow.store;

/// What was removed of a person, or is there to be removed.
///
/// @param answers questions with their answers
/// @param votes the person's votes, on their own answers and on others'
/// @param turns questions that conversations remembered
/// @param deliveries what arrived from the person, questions and commands and presses, done or not
public record Forgotten(int answers, int votes, int turns, int deliveries) {

    /// Is there nothing but deliveries?
    public boolean isNothing() {
        return answers == 0 && votes == 0 && turns == 0;
    }
}
