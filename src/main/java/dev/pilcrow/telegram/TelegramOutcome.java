package dev.pilcrow.telegram;

import dev.pilcrow.chat.MessageId;
import dev.pilcrow.chat.Posted;
import java.time.Duration;
import java.util.List;

/// Tells from what Telegram says what became of a message.
final class TelegramOutcome {

    private static final Duration OFFLINE = Duration.ofSeconds(2);
    /// How long nothing is sent when Telegram does not know the token, which only the operator can mend.
    private static final Duration STRANGE = Duration.ofSeconds(30);
    private static final int BAD_REQUEST = 400;
    private static final int FLOOD = 429;

    private static final List<String> SAME = List.of("message is not modified");
    private static final List<String> MISSING = List.of("message to edit not found", "MESSAGE_ID_INVALID",
            "message can't be edited");
    private static final List<String> GONE = List.of("chat not found", "user is deactivated", "PEER_ID_INVALID",
            "not enough rights", "no rights to send", "CHAT_WRITE_FORBIDDEN", "CHAT_RESTRICTED",
            "group chat was deactivated", "TOPIC_CLOSED", "TOPIC_DELETED", "message thread not found");
    private static final List<String> REPLY = List.of("repl", "quote");

    private TelegramOutcome() {
    }

    /// @param message what was sent or changed
    static Posted of(TelegramReply reply, MessageId message) {
        return switch (reply.code()) {
            case TelegramReply.DONE -> new Posted.Sent(message);
            case TelegramReply.UNSENT -> new Posted.Later(OFFLINE);
            case FLOOD -> new Posted.Later(reply.pause());
            case 401, 404 -> new Posted.Later(STRANGE);
            case 403 -> new Posted.Refused(Posted.Reason.GONE);
            case BAD_REQUEST -> badRequest(reply, message);
            default -> reply.code() > BAD_REQUEST && reply.code() < 500
                    ? new Posted.Refused(Posted.Reason.REJECTED)
                    : new Posted.Unknown();
        };
    }

    private static Posted badRequest(TelegramReply reply, MessageId message) {
        if (reply.says(SAME)) {
            return new Posted.Sent(message);
        }
        return new Posted.Refused(reply.says(MISSING)
                ? Posted.Reason.MISSING
                : reply.says(GONE) ? Posted.Reason.GONE : Posted.Reason.REJECTED);
    }

    /// Is it only what the message replies to, or quotes, that Telegram does not take?
    static boolean refusesReply(TelegramReply reply) {
        return reply.code() == BAD_REQUEST && reply.says(REPLY);
    }

    /// Is anything in the request not taken?
    static boolean refusesAnything(TelegramReply reply) {
        return reply.code() == BAD_REQUEST && reply.movedTo() == 0 && !reply.says(GONE);
    }
}
