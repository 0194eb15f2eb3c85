package dev.pilcrow.model;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// Is told of the calls of a model. It must return soon and throw nothing. Thread-safe.
public interface CallJournal {

    /// Writes nothing down.
    CallJournal NONE = new CallJournal() {
    };

    /// How a call ended that nobody wanted to its end, as enough was said.
    String ENOUGH = "enough";
    /// How a call ended that brought its whole text.
    String WHOLE = "whole";

    /// A call has ended.
    ///
    /// @param end one of {@link #ends()}
    /// @param took from the question to the end
    default void ended(String end, Duration took) {
    }

    /// The provider has told what a call used, in tokens. Most tell nothing of a call that was broken off.
    default void used(int in, int out) {
    }

    /// How calls end: {@link #WHOLE}, {@link #ENOUGH}, or a fault.
    static List<String> ends() {
        return Stream.concat(Stream.of(WHOLE, ENOUGH), Stream.of(Fault.values()).map(CallJournal::end)).toList();
    }

    /// How a call ends with a fault, or else well.
    static String end(Optional<Fault> fault) {
        return fault.map(CallJournal::end).orElse(WHOLE);
    }

    private static String end(Fault fault) {
        return fault.name().toLowerCase(Locale.ROOT);
    }
}
