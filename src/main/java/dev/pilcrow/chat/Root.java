package dev.pilcrow.chat;

/// The message that a thread hangs on, such as a channel's post above its comments.
///
/// @param message the message
/// @param text its characters, so that words of it can be quoted; empty when the platform does not tell them
public record Root(MessageId message, String text) {
}
