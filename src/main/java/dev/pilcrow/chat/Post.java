package dev.pilcrow.chat;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A message as it is posted: with buttons under it, and perhaps words of another message above it.
///
/// @param message what is said
/// @param rows the buttons, row by row
/// @param quote what it replies to, when that is not the message it answers
public record Post(Message message, List<List<Button>> rows, @Nullable Quote quote) {

    /// Words of another message that a post replies to.
    ///
    /// @param message the other message
    /// @param words a part of it, to the letter
    public record Quote(MessageId message, String words) {
    }

    public Post {
        rows = rows.stream().map(List::copyOf).filter(row -> !row.isEmpty()).toList();
    }

    /// A message with buttons.
    public static Post of(Message message, List<List<Button>> rows) {
        return new Post(message, rows, null);
    }

    /// A message alone.
    public static Post of(Message message) {
        return of(message, List.of());
    }
}
