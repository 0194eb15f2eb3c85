package dev.pilcrow.inbox;

import dev.pilcrow.limits.Limit;
import java.time.Duration;

/// Is told what comes into the inbox and what becomes of it, as far as this process does it. It must return soon; what it
/// throws is passed over. Thread-safe.
public interface Journal {

    /// Writes nothing down.
    Journal NONE = new Journal() {
    };

    /// What a platform has handed over is on disk.
    ///
    /// @param handed how many deliveries
    /// @param fresh how many of them were new
    /// @param took how long the platform waited for that
    default void stored(String platform, int handed, int fresh, Duration took) {
    }

    /// A question was declined as it was too much.
    default void limited(String platform, Limit limit) {
    }

    /// A delivery is done.
    default void finished(Finished delivery) {
    }

    /// One that tells two.
    static Journal both(Journal one, Journal other) {
        return new Journal() {

            @Override
            public void stored(String platform, int handed, int fresh, Duration took) {
                one.stored(platform, handed, fresh, took);
                other.stored(platform, handed, fresh, took);
            }

            @Override
            public void limited(String platform, Limit limit) {
                one.limited(platform, limit);
                other.limited(platform, limit);
            }

            @Override
            public void finished(Finished delivery) {
                one.finished(delivery);
                other.finished(delivery);
            }
        };
    }
}
