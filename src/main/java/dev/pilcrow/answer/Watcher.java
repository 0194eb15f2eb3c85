package dev.pilcrow.answer;

/// Sees an answer grow: every state is an answer of claims that were checked, and the next has them too. It must return
/// soon, as the model's next line waits for it.
public interface Watcher {

    /// Nobody who looks on.
    Watcher NONE = soFar -> {
    };

    /// @param soFar what is known by now
    void sees(Answer.Grounded soFar);
}
