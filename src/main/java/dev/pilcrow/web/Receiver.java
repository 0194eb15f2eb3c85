package dev.pilcrow.web;

/// Takes what is sent to a hook. Thread-safe.
@FunctionalInterface
public interface Receiver {

    /// Takes one body. When it returns, the sender is told that it need not send it again.
    ///
    /// @return what the sender is answered, in plain text; mostly nothing
    /// @throws IllegalArgumentException when the body is malformed, so that sending it again is of no use; after any other
    ///         exception the sender is asked to
    String receive(String body);
}
