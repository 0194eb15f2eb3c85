package dev.pilcrow;

import java.net.URI;
import java.util.Optional;

/// How the bot is reached in Slack.
///
/// @param token what Slack knows the bot by
/// @param appToken what Slack opens a socket for; none when it sends requests to the bot's own port
/// @param signingSecret what Slack signs its requests with
/// @param api what the addresses of the Web API's methods begin with, with a slash at its end
public record SlackAccount(Secret token, Optional<Secret> appToken, Optional<Secret> signingSecret, URI api) {

    /// Where Slack sends requests on the bot's own port.
    ///
    /// @param secret what it signs them with
    public record Requests(String path, Secret secret) {
    }

    /// Where Slack sends requests; nothing when it does not.
    public Optional<Requests> requests() {
        return appToken.isPresent() ? Optional.empty() : signingSecret.map(secret -> new Requests("/slack", secret));
    }
}
