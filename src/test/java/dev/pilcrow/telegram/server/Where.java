package dev.pilcrow.telegram.server;

/// Where something can be said: a chat, or a topic of it.
public sealed interface Where permits Chat, Topic {

    Chat chat();

    /// The number of the topic; 0 when it is none, or the General topic.
    int topic();
}
