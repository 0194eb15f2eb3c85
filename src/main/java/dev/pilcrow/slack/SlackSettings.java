package dev.pilcrow.slack;

import dev.pilcrow.Secret;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How a bot is set up on Slack. With an app token it receives by Socket Mode, without one what comes to its own address.
///
/// @param token the bot's token, which begins with `xoxb-`
/// @param appToken the app's token, which begins with `xapp-`; none when Slack sends requests
/// @param api what the addresses of the Web API's methods begin with
/// @param loading what is shown in turn while the bot is at work, the first one first; at most ten
public record SlackSettings(Secret token, @Nullable Secret appToken, URI api, List<String> loading,
        SlackLimits limits, InstantSource clock) {

    public SlackSettings {
        loading = List.copyOf(loading);
        if (api.getHost() == null || !api.getPath().endsWith("/")) {
            throw new IllegalArgumentException("not the address of a Web API");
        }
        if (token.reveal().isBlank() || appToken != null && appToken.reveal().isBlank()) {
            throw new IllegalArgumentException("a blank token");
        }
        if (loading.isEmpty()) {
            throw new IllegalArgumentException("nothing to show while the bot is at work");
        }
    }
}
