package dev.pilcrow.telegram.server;

/// What the bot is in a chat.
enum Standing {
    MEMBER("member"), ADMINISTRATOR("administrator"),
    /// It was never there, or it left.
    OUT("left"),
    /// It was removed; in a private chat, blocked.
    KICKED("kicked");

    private final String status;

    Standing(String status) {
        this.status = status;
    }

    /// As a chat member's `status`.
    String status() {
        return status;
    }

    boolean isIn() {
        return this == MEMBER || this == ADMINISTRATOR;
    }
}
