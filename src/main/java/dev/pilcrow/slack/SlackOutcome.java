package dev.pilcrow.slack;

import dev.pilcrow.chat.MessageId;
import dev.pilcrow.chat.Posted;
import java.time.Duration;
import java.util.Set;

/// Tells from what Slack says what became of a message.
final class SlackOutcome {

    private static final Duration OFFLINE = Duration.ofSeconds(2);
    /// How long nothing is sent when Slack does not know the bot, which only the operator can mend.
    private static final Duration STRANGE = Duration.ofSeconds(30);

    private static final Set<String> OUTSIDE = Set.of("not_in_channel", "channel_not_found");
    private static final Set<String> MISSING = Set.of("message_not_found", "cant_update_message", "edit_window_closed",
            "not_found", "view_not_found");
    private static final Set<String> GONE = Set.of("not_in_channel", "channel_not_found", "is_archived",
            "user_not_found", "user_not_in_channel", "restricted_action", "channel_is_limited_access", "thread_locked",
            "thread_not_found", "cannot_reply_to_message", "messages_tab_disabled", "no_permission", "access_denied",
            "team_access_not_granted", "used_url", "expired_url", "user_disabled", "cant_dm_bot");
    /// Slack's own trouble, in which it may have done it.
    private static final Set<String> TROUBLE = Set.of("internal_error", "fatal_error", "service_unavailable",
            "request_timeout");
    private static final Set<String> BLOCKS = Set.of("invalid_blocks", "unsupported");
    private static final Set<String> TRIGGER = Set.of("expired_trigger", "exchanged_trigger", "trigger_ex",
            "invalid_trigger");

    private SlackOutcome() {
    }

    /// @param message what was sent or changed
    static Posted of(SlackReply reply, MessageId message) {
        return switch (reply.code()) {
            case SlackReply.DONE -> new Posted.Sent(message);
            case SlackReply.UNSENT -> new Posted.Later(OFFLINE);
            case SlackReply.LATER -> new Posted.Later(Duration.ofSeconds(Math.max(1, reply.retryAfter())));
            case SlackReply.UNKNOWN -> new Posted.Unknown();
            case 401, 404 -> new Posted.Later(STRANGE);
            default -> reply.code() >= 500 || reply.says(TROUBLE) ? new Posted.Unknown() : no(reply);
        };
    }

    private static Posted no(SlackReply reply) {
        if (reply.isStrange()) {
            return new Posted.Later(STRANGE);
        }
        return new Posted.Refused(reply.says(MISSING)
                ? Posted.Reason.MISSING
                : reply.says(GONE) ? Posted.Reason.GONE : Posted.Reason.REJECTED);
    }

    /// Is the bot not in the channel, where it may be answered by way of a `response_url` all the same?
    static boolean isOutside(SlackReply reply) {
        return reply.says(OUTSIDE);
    }

    /// Is there a block that Slack does not take?
    static boolean refusesBlocks(SlackReply reply) {
        return reply.says(BLOCKS);
    }

    /// Does the press open no window any more?
    static boolean isTooLate(SlackReply reply) {
        return reply.says(TRIGGER);
    }
}
