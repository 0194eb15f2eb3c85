/// Telegram, by long polling or by a webhook. It translates, paces and receives, and knows nothing of questions or answers.
///
/// `update → TelegramReader → Delivery → Intake`; `Post → TelegramWriter → TelegramPace → Bot API → Posted`
@NullMarked
package dev.pilcrow.telegram;

import org.jspecify.annotations.NullMarked;
