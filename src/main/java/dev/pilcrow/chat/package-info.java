/// The port that every platform speaks: what readers want comes in, text with spans instead of markup goes out.
///
/// `Platform → Delivery → Intake`; `Message → Post → Platform → Posted`
@NullMarked
package dev.pilcrow.chat;

import org.jspecify.annotations.NullMarked;
