/// The bot's own HTTP port: what other servers send to the bot comes in here. Who sends shows a secret before anything is
/// read; what is too large, too slow or malformed is refused.
///
/// `request → Deadlines → HookHandler → Receiver`
@NullMarked
package dev.pilcrow.web;

import org.jspecify.annotations.NullMarked;
