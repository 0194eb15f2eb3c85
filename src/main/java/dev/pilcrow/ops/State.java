package dev.pilcrow.ops;

import dev.pilcrow.chat.Health;

/// How a part of the bot is.
public enum State {
    GOOD(true),
    /// Another process of the bot's receives, and this one answers as well.
    STANDBY(true),
    /// Not there yet, or not any more, and tried again and again.
    AWAY(false),
    /// Another program receives in the bot's name.
    CONFLICT(false),
    /// The platform does not accept the bot's token.
    REFUSED(false);

    private final boolean ready;

    State(boolean ready) {
        this.ready = ready;
    }

    /// What a platform tells of itself.
    static State of(Health health) {
        return switch (health) {
            case GOOD -> GOOD;
            case STANDBY -> STANDBY;
            case SILENT -> AWAY;
            case CONFLICT -> CONFLICT;
            case REFUSED -> REFUSED;
        };
    }

    /// Can readers be answered with it?
    boolean isReady() {
        return ready;
    }

    /// Its name in the report.
    String word() {
        return Words.of(this);
    }
}
