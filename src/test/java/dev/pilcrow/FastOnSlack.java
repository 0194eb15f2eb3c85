package dev.pilcrow;

import dev.pilcrow.slack.SlackLimits;

/// The program, but for how fast it sends to Slack, which takes fifty answers a minute: as fast as a server on this machine
/// can take them.
final class FastOnSlack {

    private FastOnSlack() {
    }

    public static void main(String[] words) {
        Logs.silent();
        System.exit(Main.run(words, System.getenv(), Output.standard(), SlackLimits.unlimited()));
    }
}
