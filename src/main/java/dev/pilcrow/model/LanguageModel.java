package dev.pilcrow.model;

/// A language model. It is given text and gives text; it has no tools. Thread-safe.
public interface LanguageModel {

    /// How the text comes: in pieces while the model writes, or whole at its end.
    enum Delivery {
        STREAMED, WHOLE
    }

    /// The provider and the model, as they are configured: `openai:NAME`.
    String id();

    /// Asks the model. Returns at once; what happens is told by the call.
    ModelCall open(Prompt prompt, Delivery delivery, Deadline deadline);
}
