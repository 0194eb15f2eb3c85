/// The chat in a terminal, or with a pipe in place of one.
///
/// `TerminalReceiver` (a line) → `TerminalReader` → `chat.Incoming` → `TerminalPlatform` → `chat.Message` → `TerminalWriter`.
@NullMarked
package dev.pilcrow.terminal;

import org.jspecify.annotations.NullMarked;
