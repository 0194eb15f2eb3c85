package dev.pilcrow.answer;

/// What an answer was composed by.
///
/// @param model the model's id; empty when it was composed of the article's own sentences, by code
/// @param prompts the version of the prompts; empty then too
public record Origin(String model, String prompts) {

    /// The article's own sentences, by code.
    public static final Origin EXTRACTIVE = new Origin("", "");

    /// Was a language model asked, and is this what it said?
    public boolean isModel() {
        return !model.isEmpty();
    }
}
