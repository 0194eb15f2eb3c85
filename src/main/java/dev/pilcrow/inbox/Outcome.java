package dev.pilcrow.inbox;

import java.util.Locale;

/// What became of a delivery.
public enum Outcome {
    ANSWERED,
    /// The article does not say it.
    DECLINED,
    /// It could not be told whether the article says it.
    UNAVAILABLE,
    /// It was no question, and was done.
    TOLD,
    /// Given up with an apology.
    APOLOGISED,
    /// Declined, as too many questions were waiting.
    BUSY,
    /// Declined, as too many were asked.
    LIMITED,
    /// Stopped by who asked.
    STOPPED,
    /// Its person wished that everything of theirs be removed.
    FORGOTTEN,
    /// The question was changed, and the change is answered.
    SUPERSEDED,
    /// The bot can no longer write there.
    GONE,
    /// Somebody removed the bot's message before the answer was in it.
    WITHDRAWN,
    /// The platform took neither the answer nor an apology.
    UNDELIVERABLE,
    /// It was whispered, and nobody can tell whether it is there; whispering it again could say it twice.
    UNTOLD,
    /// Nothing was to be done.
    IGNORED,
    /// It could not be read, and is kept for an operator.
    ILLEGIBLE,
    /// Put back for the next start; it is not done.
    PUT_BACK;

    /// Its name in the store.
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The outcome with this name in the store.
    static Outcome of(String key) {
        return valueOf(key.toUpperCase(Locale.ROOT));
    }
}
