package dev.pilcrow.web;

import dev.pilcrow.Secret;

/// An address of the bot's at which another server hands something over.
///
/// @param path its path, such as `/telegram`
/// @param header the header in which the sender shows that it is the right one
/// @param secret what must stand in that header
/// @param receiver takes the bodies
public record Hook(String path, String header, Secret secret, Receiver receiver) {

    public Hook {
        if (!path.matches("(?:/[A-Za-z0-9._-]+)+") || secret.reveal().isEmpty()) {
            throw new IllegalArgumentException("a hook needs a plain path and a secret");
        }
    }
}
