package dev.pilcrow.telegram;

/// Who the bot is on Telegram.
///
/// @param id its id
/// @param username its name after the @
record TelegramBot(long id, String username) {
}
