package dev.pilcrow.chat;

/// A button under a message.
///
/// @param label what stands on it
/// @param action what it does
public record Button(String label, Action action) {
}
