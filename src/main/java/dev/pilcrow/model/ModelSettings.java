package dev.pilcrow.model;

import dev.pilcrow.Secret;
import java.net.URI;
import java.util.Optional;

/// Which model is asked, and where.
///
/// @param provider who serves it
/// @param name the provider's name for it
/// @param url the address of a server other than the provider's own
/// @param key what the provider knows the operator by
public record ModelSettings(Provider provider, String name, Optional<URI> url, Optional<Secret> key) {

    /// `openai:NAME`.
    public String id() {
        return provider.tag() + ":" + name;
    }

    /// The model and its address, by which a pause is noted.
    public String provided() {
        return id() + " " + address();
    }

    /// The address that requests go to, with a slash at its end.
    String address() {
        String address = url.map(URI::toString).orElse(provider.address());
        return address.endsWith("/") ? address : address + "/";
    }
}
