package dev.pilcrow;

/// A key or token. It shows itself only where it is used; everywhere else it is `[REDACTED]`. Immutable.
public final class Secret {

    private final String value;

    public Secret(String value) {
        this.value = value;
    }

    /// The characters, for the one call that sends them.
    public String reveal() {
        return value;
    }

    @Override
    public String toString() {
        return "[REDACTED]";
    }
}
