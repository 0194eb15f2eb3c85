package dev.pilcrow.telegram.server;

import java.util.List;

/// A topic of a forum, or of a private chat.
///
/// @param topic the number of the message that began it
public record Topic(Chat chat, int topic, String name) implements Where {

    /// What stands in it now, oldest first.
    public List<ChatMessage> messages() {
        return chat.messages().stream().filter(message -> message.thread() == topic).toList();
    }

    /// From now on nobody but administrators writes there.
    public void close() {
        chat.topics().close(topic);
    }
}
