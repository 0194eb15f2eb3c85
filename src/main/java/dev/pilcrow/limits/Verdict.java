package dev.pilcrow.limits;

import java.time.Duration;

/// Whether a question is within the limits.
public sealed interface Verdict {

    /// It is.
    record Allowed() implements Verdict {
    }

    /// It is not.
    ///
    /// @param delay when the next one will be
    /// @param first is it the first since the last one that was? Who asks on has been told
    record Refused(Duration delay, boolean first) implements Verdict {
    }
}
