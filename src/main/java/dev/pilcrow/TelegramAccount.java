package dev.pilcrow;

import java.net.URI;
import java.util.Optional;

/// How the bot is reached in Telegram.
///
/// @param token what Telegram knows the bot by
/// @param api the Bot API server, without a slash at its end
/// @param webhook where Telegram hands over what readers write; none when it is fetched
public record TelegramAccount(Secret token, URI api, Optional<Webhook> webhook) {

    /// Where Telegram hands over what readers write.
    ///
    /// @param address the address that Telegram sends to
    /// @param secret what Telegram shows it is by
    public record Webhook(URI address, Secret secret) {

        /// Where it is on the bot's own port.
        public String path() {
            return address.getPath();
        }
    }
}
