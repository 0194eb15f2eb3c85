package dev.pilcrow.telegram;

import java.time.Duration;

/// How much Telegram takes, and how fast. The rates are what its answers to frequent questions say; it tells no exact ones.
///
/// @param person messages and edits in one private chat
/// @param group messages and edits in one group
/// @param all new messages in all chats
/// @param patience how long a message waits for its turn before its sender is told to come again
/// @param personPace the least time between two edits of a message that grows, in a private chat
/// @param groupPace the same in a group
public record TelegramLimits(Rate person, Rate group, Rate all, Duration patience, Duration personPace,
        Duration groupPace) {

    /// UTF-16 units of a message's text.
    static final int TEXT = 4096;
    /// UTF-16 units of a button's label: what a row of a phone shows.
    static final int LABEL = 60;
    /// UTF-16 units of what is shown for a moment when a button is pressed.
    static final int TOAST = 200;
    /// UTF-16 units of a quote above a message.
    static final int QUOTE = 1024;
    /// Entities of a message.
    static final int ENTITIES = 100;

    /// So many at once, and then so many in each period.
    public record Rate(int burst, int count, Duration period) {
    }

    /// What Telegram allows.
    public static TelegramLimits usual() {
        return new TelegramLimits(new Rate(5, 1, Duration.ofSeconds(1)), new Rate(10, 20, Duration.ofMinutes(1)),
                new Rate(30, 30, Duration.ofSeconds(1)), Duration.ofSeconds(2), Duration.ofMillis(1500),
                Duration.ofSeconds(4));
    }

    /// As fast as a server on this machine can take it.
    public static TelegramLimits unlimited() {
        Rate any = new Rate(1_000_000, 1_000_000, Duration.ofSeconds(1));
        return new TelegramLimits(any, any, any, Duration.ofSeconds(30), Duration.ZERO, Duration.ZERO);
    }
}
