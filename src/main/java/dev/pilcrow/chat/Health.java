package dev.pilcrow.chat;

/// Whether a platform hands over what readers write.
public enum Health {
    GOOD,
    /// Another process of the bot's receives, and this one would take over; writing to readers works from here as well.
    STANDBY,
    /// Not begun, or not since long enough that something must be wrong.
    SILENT,
    /// Another program receives in the bot's name.
    CONFLICT,
    /// The platform does not accept the bot's token.
    REFUSED
}
