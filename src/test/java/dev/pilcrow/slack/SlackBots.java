package dev.pilcrow.slack;

import dev.pilcrow.Secret;
import dev.pilcrow.slack.server.SlackServer;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;

/// Bots on the stand-in for Slack.
final class SlackBots {

    static final List<String> LOADING = List.of("is reading, as it were", "is quoting");

    private SlackBots() {
    }

    /// One that receives by sockets.
    static SlackPlatform bySockets(SlackServer server) {
        return new SlackPlatform(settings(server, SlackLimits.unlimited(), InstantSource.system()));
    }

    static SlackSettings settings(SlackServer server, SlackLimits limits, InstantSource clock) {
        return new SlackSettings(new Secret(server.setup().secrets().botToken()),
                new Secret(server.setup().secrets().appToken()), URI.create(server.api()), LOADING, limits,
                clock);
    }

    /// One that receives by requests.
    static SlackPlatform byRequests(SlackServer server) {
        return new SlackPlatform(new SlackSettings(new Secret(server.setup().secrets().botToken()), null,
                URI.create(server.api()), LOADING, SlackLimits.unlimited(), InstantSource.system()));
    }
}
