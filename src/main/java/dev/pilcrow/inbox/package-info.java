/// What readers wrote, kept on disk until it is answered: never lost, never answered twice.
///
/// `chat.Delivery → Received → Respondent → Reply → chat.Platform`
@NullMarked
package dev.pilcrow.inbox;

import org.jspecify.annotations.NullMarked;
