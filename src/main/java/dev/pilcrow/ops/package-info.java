/// What whoever runs the bot sees of it: whether it is alive, whether it can answer readers, its meters, and a line for each
/// question.
///
/// `inbox, platforms, store, model → Liveness, Readiness, Meters → pages of the bot's own port`
@NullMarked
package dev.pilcrow.ops;

import org.jspecify.annotations.NullMarked;
