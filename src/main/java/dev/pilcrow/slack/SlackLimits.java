package dev.pilcrow.slack;

import java.time.Duration;

/// How much Slack takes, and how fast: what its documents say, or less where it was seen to take less.
///
/// @param channel new messages in one channel
/// @param changes changes of messages in the workspace
/// @param spare how many of these changes are kept for messages that grow no more
/// @param patience how long a message waits for its turn before its sender is told to come again
/// @param personPace the least time between two changes of a message that grows, in a private chat
/// @param channelPace the same in a channel
public record SlackLimits(Rate channel, Rate changes, int spare, Duration patience, Duration personPace,
        Duration channelPace) {

    /// UTF-16 units of a message's text. All of its blocks may have 12,000 of them or 13,200 with what is around them, and
    /// some have failed at 10,600 bytes, of which a Chinese character has three.
    static final int TEXT = 3000;
    /// Bytes of a message's text with the addresses that it leads to.
    static final int BYTES = 10_000;
    /// UTF-16 units of what stands for the blocks where they cannot be shown, with what escapes them.
    static final int FALLBACK = 3000;
    /// UTF-16 units of a button's label, and of a choice.
    static final int LABEL = 75;
    /// UTF-16 units of the words behind a button of a kind that has a sign on it.
    static final int SPOKEN = 75;
    /// UTF-16 units of a window's title, and of the button that sends it.
    static final int TITLE = 24;
    /// UTF-16 units of what stands above a field.
    static final int FIELD = 2000;
    /// UTF-16 units that can be written into a field.
    static final int INPUT = 3000;
    /// UTF-16 units that a window keeps.
    static final int KEPT = 3000;
    /// UTF-16 units of a short text that only one reader sees.
    static final int TOAST = 200;
    /// UTF-16 units of a session's title.
    static final int SESSION = 200;
    /// UTF-16 units of a suggestion, as it is shown.
    static final int PROMPT = 75;
    static final int PROMPTS = 4;
    static final int LOADING = 10;
    /// Buttons of one block.
    static final int BUTTONS = 25;
    /// Choices of which one can be made.
    static final int CHOICES = 10;
    /// Blocks of a message.
    static final int BLOCKS = 50;
    /// Messages of a page: what an app that is sold outside of Slack's own directory is given.
    static final int PAGE = 15;
    /// How long what the bot is doing is shown, or less.
    static final Duration SHOWN = Duration.ofSeconds(60);

    /// So many at once, and then so many in each period.
    public record Rate(int burst, int count, Duration period) {
    }

    /// What Slack allows.
    public static SlackLimits usual() {
        return new SlackLimits(new Rate(5, 1, Duration.ofSeconds(1)), new Rate(20, 50, Duration.ofMinutes(1)), 10,
                Duration.ofSeconds(2), Duration.ofSeconds(2), Duration.ofSeconds(3));
    }

    /// As fast as a server on this machine can take it.
    public static SlackLimits unlimited() {
        Rate any = new Rate(1_000_000, 1_000_000, Duration.ofSeconds(1));
        return new SlackLimits(any, any, 0, Duration.ofSeconds(30), Duration.ZERO, Duration.ZERO);
    }
}
