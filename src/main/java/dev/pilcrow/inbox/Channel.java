package dev.pilcrow.inbox;

import dev.pilcrow.chat.MessageId;
import dev.pilcrow.chat.Place;
import dev.pilcrow.chat.Platform;
import dev.pilcrow.chat.Post;
import dev.pilcrow.chat.Posted;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// Where a delivery is answered, on which platform.
///
/// @param key tells what is posted for the delivery from what is posted for others
/// @param again may it have been posted already?
record Channel(Platform platform, Place place, String key, boolean again) {

    private static final Duration SOON = Duration.ofSeconds(2);

    /// Posts a message; one that is there already, as nobody could note, is changed instead. Until it can be told whether
    /// one is, none is posted.
    Posted post(@Nullable MessageId answering, Post post) {
        if (!again) {
            return platform.post(place, answering, post, key);
        }
        return switch (platform.find(place, answering, key)) {
            case Posted.Sent(MessageId there) -> edit(there, post);
            case Posted.Refused _ -> platform.post(place, answering, post, key);
            case Posted.Later later -> later;
            case Posted.Unknown _ -> new Posted.Later(SOON);
        };
    }

    /// Posts a message where everybody reads it.
    Posted postAloud(@Nullable MessageId answering, Post post) {
        return new Channel(platform, place.aloud(), key, again).post(answering, post);
    }

    Posted edit(MessageId message, Post post) {
        return platform.edit(place, message, post);
    }
}
