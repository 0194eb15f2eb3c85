package dev.pilcrow.ops;

import dev.pilcrow.chat.Platform;
import java.util.function.Supplier;

/// Something without which readers are not answered.
///
/// @param name its name in the report
/// @param state tells soon how it is now; thread-safe
public record Part(String name, Supplier<State> state) {

    /// A platform, by its own clock.
    public static Part of(Platform platform) {
        return new Part(platform.name(), () -> State.of(platform.health()));
    }
}
