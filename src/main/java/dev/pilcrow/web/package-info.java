/// The bot's own HTTP port: what other servers send to the bot comes in here, and pages are read here. Who sends shows a
/// secret before anything is read, and so does who reads what is the operator's; what is too large, too slow or malformed
/// is refused.
///
/// `request → Deadlines → HookHandler → Receiver`, or `→ PageHandler → Page.Source`
@NullMarked
package dev.pilcrow.web;

import org.jspecify.annotations.NullMarked;
