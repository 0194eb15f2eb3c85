package dev.pilcrow.chat;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Something that a platform handed over, once or more than once.
///
/// @param keys what tells that it was handed over before: the platform's id of the event, and what is unmistakable in it,
///        such as the message. It is the same delivery as another of the last 24 hours when they share any key
/// @param place where to answer
/// @param person who wrote or pressed
/// @param message the message that was written, changed, or has the button; none for what is no message
/// @param root what the thread hangs on, when the platform tells
/// @param incoming what is wanted
public record Delivery(List<String> keys, Place place, Person person, @Nullable MessageId message, @Nullable Root root,
        Incoming incoming) {

    public Delivery {
        keys = List.copyOf(keys);
        if (keys.isEmpty()) {
            throw new IllegalArgumentException("a delivery without a key");
        }
    }
}
