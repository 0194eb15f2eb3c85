package dev.pilcrow.chat;

/// A message on a platform, as far as the platform needs it to find it again.
///
/// @param chat the platform's id of its chat
/// @param id the platform's id of the message in that chat
public record MessageId(String chat, String id) {

    /// The message in one word; no chat has a blank in its id.
    public String text() {
        return chat + ' ' + id;
    }

    /// Reads what {@link #text} wrote.
    public static MessageId parse(String text) {
        int blank = text.indexOf(' ');
        if (blank < 0) {
            throw new IllegalArgumentException("no message: " + text);
        }
        return new MessageId(text.substring(0, blank), text.substring(blank + 1));
    }
}
