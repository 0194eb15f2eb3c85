package dev.pilcrow.web;

import java.util.Optional;

/// Something that is read at the bot's own port, such as a page.
///
/// @param path its path; a name in braces stands for any one segment, as in `/a/{article}`
/// @param access who may read it
/// @param source makes what is read
public record Page(String path, Access access, Source source) {

    /// Who may read a page.
    public enum Access {
        ANYBODY,
        /// Who shows the operator's token; where none is set, whoever asks on this machine for this machine, unless the
        /// port is open to others.
        OPERATOR
    }

    /// Makes what is read. Thread-safe.
    @FunctionalInterface
    public interface Source {

        /// What is read; nothing when there is no such page.
        Optional<Content> read(Visit visit);
    }

    public Page {
        if (!path.matches("(?:/(?:[A-Za-z0-9_-][A-Za-z0-9._-]*|\\{[a-z]+\\}))+")) {
            throw new IllegalArgumentException("a page needs a plain path");
        }
    }
}
