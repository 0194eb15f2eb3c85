package dev.pilcrow.slack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.Set;

/// What Slack says to a request, as far as the bot needs it.
///
/// @param code 200 for done, {@link #NO} for not done, 429 for later, another status of HTTP, {@link #UNKNOWN} or
///        {@link #UNSENT}
/// @param error why not, in Slack's word
/// @param retryAfter seconds to wait; 0 for none
/// @param body all that was answered
record SlackReply(int code, String error, long retryAfter, JsonNode body) {

    static final int DONE = 200;
    /// It was answered that it was not done.
    static final int NO = 400;
    static final int LATER = 429;
    /// Nobody can tell whether it was done.
    static final int UNKNOWN = 0;
    /// It was not even sent.
    static final int UNSENT = -1;

    private static final Set<String> RATED = Set.of("ratelimited", "rate_limited", "message_limit_exceeded");
    private static final Set<String> STRANGE = Set.of("invalid_auth", "not_authed", "account_inactive", "token_revoked",
            "token_expired", "not_allowed_token_type", "app_uninstalled", "team_not_found", "link_disabled");

    /// What a method answers, or a `response_url`, for which a bare word is enough.
    ///
    /// @param status of HTTP
    static SlackReply of(int status, long retryAfter, String text) {
        JsonNode body = SlackJson.read(text);
        String error = body.path("error").asText();
        boolean done = body.path("ok").asBoolean() || text.strip().equals("ok");
        if (status == LATER || RATED.contains(error)) {
            return new SlackReply(LATER, error, retryAfter, body);
        }
        if (status != 200) {
            return new SlackReply(status, error, retryAfter, body);
        }
        return new SlackReply(done ? DONE : error.isEmpty() ? UNKNOWN : NO, error, retryAfter, body);
    }

    static SlackReply without(int code) {
        return new SlackReply(code, "", 0, MissingNode.getInstance());
    }

    boolean done() {
        return code == DONE;
    }

    /// Does Slack not know the bot, which only the operator can mend?
    boolean isStrange() {
        return STRANGE.contains(error) || code == 401;
    }

    /// Does the error begin with one of these?
    boolean says(Set<String> words) {
        return words.stream().anyMatch(error::startsWith);
    }
}
