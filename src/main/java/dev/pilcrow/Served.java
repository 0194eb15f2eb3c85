package dev.pilcrow;

import dev.pilcrow.chat.Platform;
import dev.pilcrow.web.Hook;
import java.util.List;

/// A platform that is served, and what its operator knows it by.
///
/// @param platform the platform
/// @param title its name in sentences
/// @param token the setting of its token
/// @param api the setting of its server's address
/// @param hooks where it is handed something on the bot's own port
record Served(Platform platform, String title, String token, String api, List<Hook> hooks) {

    Served {
        hooks = List.copyOf(hooks);
    }
}
