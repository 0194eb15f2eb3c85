package dev.pilcrow.web;

import dev.pilcrow.Secret;
import java.time.InstantSource;

/// An address of the bot's at which another server hands something over.
///
/// @param path its path, such as `/telegram`
/// @param proof how the sender shows that it is the right one
/// @param receiver takes the bodies
public record Hook(String path, Proof proof, Receiver receiver) {

    /// How a sender shows that it is the right one.
    public sealed interface Proof {
    }

    /// It shows a secret, before anything else is read.
    ///
    /// @param header the header that it stands in
    public record Shown(String header, Secret secret) implements Proof {

        public Shown {
            demand(secret);
        }
    }

    /// It signs the body and the time with a secret, as Slack does.
    ///
    /// @param timeHeader the header with the seconds since 1970
    /// @param signHeader the header with the signature
    /// @param clock tells how old a request is, as somebody who has seen an old one may send it again
    public record Signed(String timeHeader, String signHeader, Secret secret, InstantSource clock) implements Proof {

        public Signed {
            demand(secret);
        }
    }

    public Hook {
        if (!path.matches("(?:/[A-Za-z0-9._-]+)+")) {
            throw new IllegalArgumentException("a hook needs a plain path");
        }
    }

    private static void demand(Secret secret) {
        if (secret.reveal().isBlank()) {
            throw new IllegalArgumentException("a hook needs a secret");
        }
    }
}
