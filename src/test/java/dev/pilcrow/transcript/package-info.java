/// Chats that are written down and played again, whatever the platform.
///
/// `Transcript → Stage → PlayedChat`
@NullMarked
package dev.pilcrow.transcript;

import org.jspecify.annotations.NullMarked;
