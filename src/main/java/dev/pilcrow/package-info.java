/// The command line: settings and words in, an answer or a chat out.
///
/// `Main` ← `Config`, `Command` → `Ask` | `Evaluate` | `TerminalPlatform` → `Output`.
@NullMarked
package dev.pilcrow;

import org.jspecify.annotations.NullMarked;
