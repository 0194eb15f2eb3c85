package dev.pilcrow.slack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pilcrow.chat.MessageId;
import dev.pilcrow.chat.Place;
import dev.pilcrow.chat.Root;
import org.jspecify.annotations.Nullable;

/// Where something was said or pressed, from what payloads tell of it; and what a window keeps of that.
final class SlackPlace {

    private SlackPlace() {
    }

    /// A chat with the bot alone has an id of its own kind.
    static boolean isPrivate(String channel) {
        return channel.startsWith("D");
    }

    /// Where everybody reads.
    static Place of(SlackBot bot, String channel, String thread) {
        return new Place(SlackPlatform.NAME, bot.team(), channel, thread, isPrivate(channel));
    }

    /// Where only one person reads. Two people may have called the bot where it is not, so nothing there is private.
    static Place whispered(SlackBot bot, String channel, String thread, String listener) {
        return new Place(SlackPlatform.NAME, bot.team(), channel, thread, false, listener);
    }

    /// What a thread hangs on; nothing for what begins one.
    static @Nullable Root root(String channel, String ts, String thread) {
        return thread.isEmpty() || thread.equals(ts) ? null : new Root(new MessageId(channel, thread), "");
    }

    /// What a window keeps, so that a press in it knows its place.
    static String kept(Place place, String url) {
        ObjectNode kept = SlackJson.object().put("team", place.account()).put("channel", place.chat())
                .put("thread", place.thread()).put("private", place.isPrivate()).put("listener", place.listener());
        String whole = kept.put("response_url", url).toString();
        return whole.length() <= SlackLimits.KEPT ? whole : kept.put("response_url", "").toString();
    }

    /// What a window has kept.
    static JsonNode kept(JsonNode view) {
        return SlackJson.read(view.path("private_metadata").asText());
    }

    /// The place that a window has kept.
    ///
    /// @throws IllegalArgumentException it has kept none
    static Place of(SlackBot bot, JsonNode kept) {
        if (kept.path("channel").asText().isEmpty()) {
            throw new IllegalArgumentException("a window without a place");
        }
        return new Place(SlackPlatform.NAME, bot.team(), kept.path("channel").asText(), kept.path("thread").asText(),
                kept.path("private").asBoolean(), kept.path("listener").asText());
    }
}
