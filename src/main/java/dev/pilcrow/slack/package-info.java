/// Slack, by Socket Mode or by requests to the bot's own address. It translates, paces and receives, and knows nothing of
/// questions or answers.
///
/// `payload → SlackReader → Delivery → Intake`; `Post → SlackWriter → SlackPace → Web API or response_url → Posted`
@NullMarked
package dev.pilcrow.slack;

import org.jspecify.annotations.NullMarked;
