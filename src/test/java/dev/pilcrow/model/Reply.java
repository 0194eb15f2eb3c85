package dev.pilcrow.model;

import java.time.Duration;
import java.util.Map;

/// What a provider does with a request: it answers well, or it has one of the faults that providers and networks have.
public sealed interface Reply {

    /// A good answer of this text. A stream brings it in pieces of a few characters, cut anywhere but inside a surrogate
    /// pair; its HTTP chunks end anywhere, inside an event or a character too.
    record Says(String text) implements Reply {
    }

    /// A good answer in these pieces, each sent as soon as there is one. An iterator that waits holds the answer back; it
    /// is interrupted when the client goes. An answer that is no stream waits for all pieces.
    record Pieces(Iterable<String> pieces) implements Reply {
    }

    /// An answer of one HTTP status, as 401, 429 with `Retry-After`, or 500. JSON unless a header says otherwise.
    record Status(int code, Map<String, String> headers, String body) implements Reply {
    }

    /// No answer, for as long as the client waits.
    record Hangs() implements Reply {
    }

    /// The connection is reset (RST) before any byte.
    record Resets() implements Reply {
    }

    /// The connection is reset (RST) after a good start with this text.
    record ResetsAfter(String text) implements Reply {
    }

    /// The connection is closed (FIN) after a good start with this text, in the middle of the HTTP body.
    record Halves(String text) implements Reply {
    }

    /// An answer that is complete as HTTP, but without the marks that the provider ends an answer with.
    record EndsEarly(String text) implements Reply {
    }

    /// A good answer whose body comes one byte at a time.
    record Dribbles(String text, Duration between) implements Reply {
    }

    /// A good answer that says nothing.
    record Empty() implements Reply {
    }

    /// Status 200 with a body of no bytes.
    record NoBody() implements Reply {
    }

    /// Status 200 with a web page and binary noise for a body.
    record Garbage() implements Reply {
    }

    /// Status 200 with good JSON whose fields have other types.
    record WrongSchema() implements Reply {
    }

    /// An answer that goes on for as long as the client reads, up to [#MOST_PIECES].
    record Endless() implements Reply {

        public static final int MOST_PIECES = 100_000;
    }
}
