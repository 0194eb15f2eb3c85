package dev.pilcrow.limits;

import java.time.Duration;

/// Whether a question is within the limits.
public sealed interface Verdict {

    /// It is.
    record Allowed() implements Verdict {
    }

    /// Nobody can tell now; it is to be asked again.
    record Unknown() implements Verdict {
    }

    /// It is not.
    ///
    /// @param limit the one that it is above
    /// @param delay when the next one will be
    /// @param first is it the first since the last one that was? Who asks on has been told
    record Refused(Limit limit, Duration delay, boolean first) implements Verdict {
    }
}
