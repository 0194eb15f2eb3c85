package dev.pilcrow.inbox;

import dev.pilcrow.chat.Delivery;

/// A delivery that is in the inbox.
///
/// @param id its number there
/// @param delivery what the platform handed over
/// @param conversation the conversation that it belongs to: that of the thread it was written in
public record Received(long id, Delivery delivery, String conversation) {
}
