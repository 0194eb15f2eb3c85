package dev.pilcrow.telegram;

import dev.pilcrow.chat.Place;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A thread of a chat: a topic, which messages are sent into by its number, or what hangs on a message, such as the
/// comments on a channel's post, where only replies get.
///
/// @param isTopic is it a topic?
/// @param number the topic's, or that of the message which the rest hangs on
record TelegramThread(boolean isTopic, long number) {

    /// The thread that a message stands in. The general topic of a forum is none.
    static Optional<TelegramThread> of(TelegramUpdate.Message message) {
        boolean hangs = message.chat().isGroup() && !message.chat().forum();
        return message.thread() != 0 && (message.inTopic() || hangs)
                ? Optional.of(new TelegramThread(message.inTopic(), message.thread()))
                : Optional.empty();
    }

    static Optional<TelegramThread> of(Place place) {
        return place.thread().isEmpty()
                ? Optional.empty()
                : Optional.of(new TelegramThread(place.thread().startsWith("t"),
                        Long.parseLong(place.thread().substring(1))));
    }

    /// The topic that is written into; null for none.
    static @Nullable Integer topic(Place place) {
        return of(place).filter(TelegramThread::isTopic).map(topic -> Math.toIntExact(topic.number())).orElse(null);
    }

    /// As {@link Place#thread} has it.
    String text() {
        return (isTopic ? "t" : "r") + number;
    }
}
