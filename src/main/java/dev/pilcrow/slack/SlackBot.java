package dev.pilcrow.slack;

/// Who the bot is on Slack.
///
/// @param team the id of its workspace
/// @param user the id by which it is mentioned
record SlackBot(String team, String user) {
}
