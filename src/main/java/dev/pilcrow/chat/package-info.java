/// The port that every platform speaks: text with spans instead of markup.
///
/// `Answer → Message → terminal`
@NullMarked
package dev.pilcrow.chat;

import org.jspecify.annotations.NullMarked;
