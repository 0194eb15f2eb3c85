package dev.pilcrow.chat;

/// Whether a platform hands over what readers write.
public enum Health {
    GOOD,
    /// Not begun, or not since long enough that something must be wrong.
    SILENT,
    /// Another program receives in the bot's name.
    CONFLICT,
    /// The platform does not accept the bot's token.
    REFUSED
}
