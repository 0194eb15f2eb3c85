/// A stand-in for Slack: its Web API, Socket Mode and signed requests on the loopback address with the rules of the real
/// one, and the people and places behind it. Start a [SlackServer], let a [Person] say something in a [Place], and look at
/// what the bot did there; [SlackServer#violations] must stay empty. It runs as a program of its own, too:
/// [SlackServerProgram].
///
/// `Person → Scenes → Deliveries → bot → Front → WebApi → Methods → Place`
package dev.pilcrow.slack.server;
