package dev.pilcrow.chat;

import java.net.URI;
import java.util.Set;

/// An address on the web that a span leads to. No text that an article, a reader or a model wrote becomes one.
///
/// @param address of `http` or `https`, with a host and without a user
public record Link(URI address) {

    /// The most characters of an address, far below what platforms take.
    private static final int LONGEST = 500;
    private static final Set<String> SCHEMES = Set.of("http", "https");

    public Link {
        if (address.getScheme() == null || !SCHEMES.contains(address.getScheme()) || address.getHost() == null
                || address.getRawUserInfo() != null || address.toASCIIString().length() > LONGEST) {
            throw new IllegalArgumentException("not an address of the web");
        }
    }

    /// The address in ASCII.
    public String text() {
        return address.toASCIIString();
    }
}
