package dev.pilcrow.chat;

/// Where people talk with the bot: a private chat, a group, or a thread of a group.
///
/// @param platform the platform's name, such as `telegram`
/// @param account the bot's own id there, as one program may be several bots; on Slack the workspace's
/// @param chat the platform's id of the chat
/// @param thread the adapter's name of the thread in it, in whatever form the adapter needs to write there; empty when the
///        chat has none
/// @param isPrivate is nobody there but one person and the bot?
/// @param listener who alone reads what the bot says there, in a chat of many, such as who called a slash command; empty
///        when everybody does. What is whispered so cannot be changed until that person presses a button on it, nor can it
///        be told whether it is there
public record Place(String platform, String account, String chat, String thread, boolean isPrivate, String listener) {

    private static final String LISTENER = "/@";

    /// Where everybody who is there reads what the bot says.
    public Place(String platform, String account, String chat, String thread, boolean isPrivate) {
        this(platform, account, chat, thread, isPrivate, "");
    }

    /// Is it said to one person in a chat of many?
    public boolean isWhispered() {
        return !listener.isEmpty();
    }

    /// The place in one word, unlike that of any other place.
    public String id() {
        return platform + '/' + account + '/' + chat + (thread.isEmpty() ? "" : '/' + thread)
                + (listener.isEmpty() ? "" : LISTENER + listener);
    }

    /// Whether {@link #id} is that of a place where it is said to one person in a chat of many.
    public static boolean isWhispered(String id) {
        return id.contains(LISTENER);
    }

    /// The {@link #id} of the same place, where everybody reads.
    public static String aloud(String id) {
        return id.contains(LISTENER) ? id.substring(0, id.indexOf(LISTENER)) : id;
    }

    /// The same place after the platform has given its chat another id.
    public Place movedTo(String chat) {
        return new Place(platform, account, chat, thread, isPrivate, listener);
    }

    /// The same place, where everybody reads.
    public Place aloud() {
        return new Place(platform, account, chat, thread, isPrivate);
    }
}
