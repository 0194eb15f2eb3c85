package dev.pilcrow.telegram.server;

import java.time.Duration;

/// How much a bot may send before it is told to wait; messages and edits count the same.
///
/// @param burst how many in one chat at once; 0 for no limit
/// @param every after how long one more is allowed in a chat
/// @param groupPerMinute how many in a group within any minute; 0 for no limit
/// @param perSecond how many in all within any second; 0 for no limit
public record Limits(int burst, Duration every, int groupPerMinute, int perSecond) {

    public static final Limits NONE = new Limits(0, Duration.ZERO, 0, 0);
    /// What Telegram's own answers to questions say: one a second in a chat, 20 a minute in a group, 30 a second in all.
    public static final Limits PUBLISHED = new Limits(3, Duration.ofSeconds(1), 20, 30);
}
