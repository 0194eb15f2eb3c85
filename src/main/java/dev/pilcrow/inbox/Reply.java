package dev.pilcrow.inbox;

import dev.pilcrow.chat.MessageId;
import dev.pilcrow.chat.Post;
import dev.pilcrow.chat.Surface;
import org.jspecify.annotations.Nullable;

/// What is to be done about something that arrived.
public sealed interface Reply {

    /// An answer that is in the store: it takes the place of what was shown while it was made.
    ///
    /// @param post how it looks
    /// @param answer its number in the store
    /// @param outcome what kind of answer it is
    /// @param composer what composed it, in one word that says nothing of the answer
    record Answered(Post post, long answer, Outcome outcome, String composer) implements Reply {
    }

    /// A message of its own.
    record Says(Post post) implements Reply {
    }

    /// A change of the message that a button is on.
    ///
    /// @param message the message
    /// @param post what it is from now on
    /// @param toast a short text that who pressed sees for a moment; none for nothing
    record Changes(MessageId message, Post post, @Nullable String toast) implements Reply {
    }

    /// Something beside the messages.
    record Shows(Surface surface) implements Reply {
    }

    /// A message of its own that everybody reads, where only one did.
    ///
    /// @param toast a short text that who pressed sees for a moment
    record Shares(Post post, String toast) implements Reply {
    }

    /// Only the short text that who pressed a button sees for a moment.
    record Toasts(String text) implements Reply {
    }

    /// Nothing is said.
    record Silent() implements Reply {
    }
}
