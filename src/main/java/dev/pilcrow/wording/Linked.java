package dev.pilcrow.wording;

import dev.pilcrow.chat.Link;
import org.jspecify.annotations.Nullable;

/// A text that may lead somewhere.
///
/// @param link where; nowhere when it is none
record Linked(String text, @Nullable Link link) {

    @Override
    public String toString() {
        return text;
    }
}
