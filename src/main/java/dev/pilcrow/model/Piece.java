package dev.pilcrow.model;

import java.time.Duration;

/// What a call of a model brings next.
public sealed interface Piece {

    /// Some more of the text; never empty.
    record Text(String text) implements Piece {
    }

    /// The text is complete.
    record End() implements Piece {
    }

    /// There will be no more, and what came is not all.
    ///
    /// @param pause how long the provider asks to be left alone; zero when it does not say
    record Failed(Fault fault, Duration pause) implements Piece {

        Failed(Fault fault) {
            this(fault, Duration.ZERO);
        }
    }
}
