package dev.pilcrow.standin;

import java.time.Duration;

/// What goes wrong with a request.
public sealed interface Fault {

    /// Nothing is done, and a page of HTML comes, as from a proxy.
    record Html(int status) implements Fault {
    }

    /// Nothing is done, and an error of the platform comes.
    ///
    /// @param retryAfter seconds; 0 for none
    record Refuses(int code, String description, int retryAfter) implements Fault {
    }

    /// The connection breaks before anything is done.
    record BreaksBefore() implements Fault {
    }

    /// It is done, and the connection breaks before the answer.
    record BreaksAfter() implements Fault {
    }

    /// It is done, and the answer comes late.
    record Slow(Duration delay) implements Fault {
    }

    /// It is done, and half of the answer comes.
    record Halves() implements Fault {
    }

    /// It is done, and the answer is not JSON.
    record Garbage() implements Fault {
    }

    /// Nothing goes wrong; puts the next fault off by one request.
    record None() implements Fault {
    }

    static Fault tooMany(int retryAfter) {
        return new Refuses(429, "Too Many Requests: retry after " + retryAfter, retryAfter);
    }

    /// An error by its name alone, as Slack has them.
    static Fault refuses(String error) {
        return new Refuses(200, error, 0);
    }

    static Fault badRequest(String why) {
        return new Refuses(400, "Bad Request: " + why, 0);
    }
}
