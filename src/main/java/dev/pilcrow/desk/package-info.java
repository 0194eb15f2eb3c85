/// What readers are answered on every platform: questions, commands and buttons, and how each answer looks.
///
/// `inbox.Received → Conversation → Answer → AnswerView → chat.Post → inbox.Reply`
@NullMarked
package dev.pilcrow.desk;

import org.jspecify.annotations.NullMarked;
