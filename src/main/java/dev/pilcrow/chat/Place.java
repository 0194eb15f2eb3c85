package dev.pilcrow.chat;

/// Where people talk with the bot: a private chat, a group, or a thread of a group.
///
/// @param platform the platform's name, such as `telegram`
/// @param account the bot's own id there, as one program may be several bots
/// @param chat the platform's id of the chat
/// @param thread the adapter's name of the thread in it, in whatever form the adapter needs to write there; empty when the
///        chat has none
/// @param isPrivate is nobody there but one person and the bot?
public record Place(String platform, String account, String chat, String thread, boolean isPrivate) {

    /// The place in one word, unlike that of any other place.
    public String id() {
        return platform + '/' + account + '/' + chat + (thread.isEmpty() ? "" : '/' + thread);
    }

    /// The same place after the platform has given its chat another id.
    public Place movedTo(String chat) {
        return new Place(platform, account, chat, thread, isPrivate);
    }
}
