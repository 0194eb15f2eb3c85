package dev.pilcrow.inbox;

import dev.pilcrow.chat.MessageId;
import dev.pilcrow.chat.Place;
import dev.pilcrow.chat.Platform;
import dev.pilcrow.chat.Post;
import dev.pilcrow.chat.Posted;
import org.jspecify.annotations.Nullable;

/// Where a delivery is answered, on which platform.
record Channel(Platform platform, Place place) {

    Posted post(@Nullable MessageId answering, Post post) {
        return platform.post(place, answering, post);
    }

    Posted edit(MessageId message, Post post) {
        return platform.edit(place, message, post);
    }
}
