package dev.pilcrow.chat;

import java.time.Duration;

/// What became of a message that was posted or changed.
public sealed interface Posted {

    /// It is there.
    record Sent(MessageId message) implements Posted {
    }

    /// The platform wants no more of them for so long.
    record Later(Duration delay) implements Posted {
    }

    /// It is not there, and will not be however often it is tried.
    record Refused(Reason reason) implements Posted {
    }

    /// Nobody can tell: the platform was sent the message and did not answer, or not sensibly. Trying again may show it
    /// twice when it is posted, and does no harm when it is a change.
    record Unknown() implements Posted {
    }

    /// Why a message is refused.
    enum Reason {
        /// The chat is gone, or the bot may not write there.
        GONE,
        /// The message that was to be changed is no longer there.
        MISSING,
        /// The platform does not take what was sent.
        REJECTED
    }
}
