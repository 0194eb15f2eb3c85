package dev.pilcrow.slack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.slack.api.methods.Methods;
import com.slack.api.methods.RequestFormBuilder;
import com.slack.api.methods.request.chat.ChatPostEphemeralRequest;
import com.slack.api.methods.request.chat.ChatPostMessageRequest;
import com.slack.api.methods.request.chat.ChatUpdateRequest;
import dev.pilcrow.chat.Action;
import dev.pilcrow.chat.MessageId;
import dev.pilcrow.chat.Place;
import dev.pilcrow.chat.Post;
import dev.pilcrow.chat.Posted;
import dev.pilcrow.slack.SlackPace.Kind;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Sends messages where they belong, and changes them. Thread-safe.
///
/// What answers a command, a shortcut or a press on what one person sees goes to that one's `response_url`, which works
/// where the bot is not a member too; the rest goes to the channel. Where Slack does not take a block that is new to it,
/// the message is sent without such ones, then and from then on.
final class SlackSender {

    /// What the bot's messages are marked with, so that they can be found.
    static final String MARK = "pilcrow";

    private final SlackApi api;
    private final SlackPace pace;
    private volatile boolean plain;

    SlackSender(SlackApi api, SlackPace pace) {
        this.api = api;
        this.pace = pace;
    }

    Posted post(Place place, @Nullable MessageId answering, Post post, String key) {
        String url = SlackId.url(answering);
        if (answering != null && !url.isEmpty() && place.isWhispered()) {
            return respond(url, post, answering, answer(place.thread(), "ephemeral"));
        }
        return pace.inTurn(place.chat(), Kind.NEW, () -> {
            SlackReply reply = written(post, written -> place.isWhispered()
                    ? whisper(place, written)
                    : say(place, written, key));
            if (answering != null && !url.isEmpty() && SlackOutcome.isOutside(reply)) {
                return respond(url, post, answering, answer(place.thread(), "in_channel"));
            }
            String ts = reply.body().path("ts").asText(reply.body().path("message_ts").asText());
            return reply.done() && ts.isEmpty()
                    ? new Posted.Unknown()
                    : SlackOutcome.of(reply, new MessageId(place.chat(), ts));
        });
    }

    private SlackReply say(Place place, SlackWriter.Written written, String key) {
        ObjectNode metadata = SlackJson.object().put("event_type", MARK);
        metadata.putObject("event_payload").put("key", key);
        return api.call(Methods.CHAT_POST_MESSAGE, place.chat(), RequestFormBuilder.toForm(
                ChatPostMessageRequest.builder().channel(place.chat()).threadTs(thread(place)).text(written.text())
                        .blocksAsString(written.blocks().toString()).metadataAsString(metadata.toString())
                        .unfurlLinks(false).unfurlMedia(false).build()));
    }

    private SlackReply whisper(Place place, SlackWriter.Written written) {
        return api.call(Methods.CHAT_POST_EPHEMERAL, place.chat(), RequestFormBuilder.toForm(
                ChatPostEphemeralRequest.builder().channel(place.chat()).user(place.listener())
                        .threadTs(thread(place)).text(written.text()).blocksAsString(written.blocks().toString())
                        .build()));
    }

    private static @Nullable String thread(Place place) {
        return place.thread().isEmpty() ? null : place.thread();
    }

    /// A new message by way of a `response_url`.
    ///
    /// @param type `ephemeral` for one person, or `in_channel`
    private static ObjectNode answer(String thread, String type) {
        ObjectNode answer = SlackJson.object().put("response_type", type).put("replace_original", false)
                .put("unfurl_links", false).put("unfurl_media", false);
        return thread.isEmpty() ? answer : answer.put("thread_ts", thread);
    }

    private Posted respond(String url, Post post, MessageId message, ObjectNode answer) {
        return SlackOutcome.of(written(post, written -> {
            JsonNode whole = answer.put("text", written.text()).set("blocks", written.blocks());
            return api.respond(url, whole);
        }), message);
    }

    private SlackReply written(Post post, Function<SlackWriter.Written, SlackReply> send) {
        boolean simple = plain;
        SlackReply reply = send.apply(SlackWriter.write(post, simple));
        if (simple || !SlackOutcome.refusesBlocks(reply)) {
            return reply;
        }
        SlackReply again = send.apply(SlackWriter.write(post, true));
        plain = again.done();
        return again;
    }

    /// Answers a press for whoever pressed, beside the message.
    Posted answer(Place place, String url, Post post) {
        return respond(url, post, SlackId.url(place.chat(), url), answer(place.thread(), "ephemeral"));
    }

    /// Says something short to whoever pressed.
    void toast(SlackPress press, String text) {
        api.respond(press.url(), answer(press.thread(), "ephemeral").put("text",
                SlackWriter.escaped(text, SlackLimits.TOAST)));
    }

    /// Changes a message of the bot's that has a time.
    Posted change(MessageId message, String ts, Post post) {
        return pace.inTurn(message.chat(), grows(post) ? Kind.GROWTH : Kind.CHANGE, () -> SlackOutcome.of(
                written(post, written -> api.call(Methods.CHAT_UPDATE, RequestFormBuilder.toForm(
                        ChatUpdateRequest.builder().channel(message.chat()).ts(ts).text(written.text())
                                .blocksAsString(written.blocks().toString()).build()))),
                message));
    }

    /// Changes a message that only one person sees.
    Posted replace(MessageId message, String url, Post post) {
        return respond(url, post, message, SlackJson.object().put("replace_original", true));
    }

    /// Can the work on it still be stopped?
    private static boolean grows(Post post) {
        return post.rows().stream().flatMap(row -> row.stream())
                .anyMatch(button -> button.action() instanceof Action.Stop);
    }
}
