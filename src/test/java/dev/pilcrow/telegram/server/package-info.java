/// A stand-in for Telegram: a Bot API server on the loopback address with the rules of the official one, and the people
/// and chats behind it. Start a [TelegramServer], let an [Account] say something in a [Chat], and look at what the bot did
/// there; [TelegramServer#violations] must stay empty. It runs as a program of its own, too: [TelegramServerProgram].
///
/// `Account → Scenes → UpdateQueue → bot → Front → BotApi → Methods → Chat`
package dev.pilcrow.telegram.server;
