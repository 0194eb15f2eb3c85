package dev.pilcrow.telegram;

import dev.pilcrow.Secret;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// How a bot is set up on Telegram.
///
/// @param token the bot's token
/// @param api scheme, host and port of the Bot API server; the library can use no path
/// @param webhook where Telegram sends updates to; none for long polling
/// @param commands the commands that apps offer, in the order in which they show them, by two-letter language; the ones
///        under the empty language are for people of all others. `start` is not offered in groups
public record TelegramSettings(Secret token, URI api, @Nullable Webhook webhook, Map<String, List<Command>> commands,
        TelegramLimits limits, InstantSource clock) {

    /// Telegram's own server.
    public static final URI OFFICIAL = URI.create("https://api.telegram.org");

    /// An address that Telegram sends updates to.
    ///
    /// @param address an HTTPS address
    /// @param secret what Telegram sends in the header `X-Telegram-Bot-Api-Secret-Token`
    public record Webhook(URI address, Secret secret) {
    }

    /// A command as apps offer it.
    ///
    /// @param name the word after the slash
    /// @param description what it does, in the language's words
    public record Command(String name, String description) {
    }

    public TelegramSettings {
        commands = Map.copyOf(commands);
        if (api.getHost() == null || !api.getPath().replace("/", "").isEmpty()) {
            throw new IllegalArgumentException("not the address of a Bot API server");
        }
    }
}
