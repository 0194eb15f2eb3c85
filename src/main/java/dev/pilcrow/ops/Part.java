package dev.pilcrow.ops;

import dev.pilcrow.chat.Platform;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Supplier;

/// Something without which readers are not answered.
///
/// @param name its name in the report
/// @param state tells soon how it is now; thread-safe
public record Part(String name, Supplier<State> state) {

    /// Something that has to answer.
    ///
    /// @param question throws when it does not
    /// @param patience how long that may take
    public static Part answering(String name, Runnable question, Duration patience, InstantSource clock) {
        Sample<Boolean> answers = new Sample<>(() -> {
            question.run();
            return true;
        }, patience, clock);
        return new Part(name, () -> answers.get().isPresent() ? State.GOOD : State.AWAY);
    }

    /// A platform, by its own clock.
    public static Part of(Platform platform) {
        return new Part(platform.name(), () -> State.of(platform.health()));
    }
}
