/// The command line: settings and words in, an answer or a chat out.
///
/// `Config`, `Command` → `Main` → one answer | `EvaluateCommand` | `TerminalPlatform` → `Output`.
@NullMarked
package dev.pilcrow;

import org.jspecify.annotations.NullMarked;
