package dev.pilcrow.slack;

import com.fasterxml.jackson.databind.JsonNode;
import com.slack.api.methods.Methods;
import com.slack.api.methods.RequestFormBuilder;
import com.slack.api.methods.request.conversations.ConversationsHistoryRequest;
import com.slack.api.methods.request.conversations.ConversationsRepliesRequest;
import dev.pilcrow.chat.MessageId;
import dev.pilcrow.chat.Place;
import dev.pilcrow.chat.Posted;
import java.util.Optional;
import okhttp3.FormBody;
import org.jspecify.annotations.Nullable;

/// Looks for a message of the bot's by the key that it was marked with, among what came after what it answers. Thread-safe.
final class SlackSearch {

    private final SlackApi api;

    SlackSearch(SlackApi api) {
        this.api = api;
    }

    Posted find(Place place, @Nullable MessageId answering, String key) {
        if (place.isWhispered()) {
            return new Posted.Refused(Posted.Reason.MISSING);
        }
        String after = answering != null && SlackId.of(answering) instanceof SlackId.Time(String ts) ? ts : null;
        FormBody.Builder form = place.thread().isEmpty()
                ? RequestFormBuilder.toForm(ConversationsHistoryRequest.builder().channel(place.chat()).oldest(after)
                        .limit(SlackLimits.PAGE).includeAllMetadata(true).build())
                : RequestFormBuilder.toForm(ConversationsRepliesRequest.builder().channel(place.chat())
                        .ts(place.thread()).oldest(after).limit(SlackLimits.PAGE).includeAllMetadata(true).build());
        SlackReply reply = api.call(place.thread().isEmpty()
                ? Methods.CONVERSATIONS_HISTORY
                : Methods.CONVERSATIONS_REPLIES, form);
        Optional<MessageId> found = reply.body().path("messages").valueStream()
                .filter(message -> isMarked(message, key))
                .map(message -> new MessageId(place.chat(), message.path("ts").asText())).findFirst();
        return reply.done() && found.isEmpty()
                ? new Posted.Refused(Posted.Reason.MISSING)
                : SlackOutcome.of(reply, found.orElse(new MessageId(place.chat(), "")));
    }

    /// Nobody but the app itself can mark a message so.
    private static boolean isMarked(JsonNode message, String key) {
        JsonNode metadata = message.path("metadata");
        return message.hasNonNull("bot_id") && metadata.path("event_type").asText().equals(SlackSender.MARK)
                && metadata.path("event_payload").path("key").asText().equals(key);
    }
}
