package dev.pilcrow.chat;

import org.jspecify.annotations.Nullable;

/// Who wrote: a person, or a chat in whose name somebody wrote.
///
/// @param id the platform's id
/// @param language the BCP 47 tag of the language of the person's app, as the platform tells it; none when it does not
public record Person(String id, @Nullable String language) {
}
