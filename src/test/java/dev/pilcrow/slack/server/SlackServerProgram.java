package dev.pilcrow.slack.server;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/// The server as a program of its own, which prints its port and goes on until its standard input ends. Arguments:
/// `port=0 bot=xoxb-… app=xapp-… signing=… paced=false kept=1000 patience=3000 retries=0,60000,300000` (milliseconds).
public final class SlackServerProgram {

    private SlackServerProgram() {
    }

    public static void main(String[] arguments) throws Exception {
        try (SlackServer server = SlackServer.start(setup(arguments))) {
            System.out.println(server.port());
            while (System.in.read() >= 0) {
                // Nothing is said to it here; see Control.
            }
        }
        System.exit(0);
    }

    static Setup setup(String... arguments) {
        Map<String, String> given = new HashMap<>();
        for (String argument : arguments) {
            String[] parts = argument.split("=", 2);
            given.put(parts[0], parts[1]);
        }
        Setup usual = Setup.usual();
        Setup.Secrets secrets = usual.secrets();
        int kept = Integer.parseInt(given.getOrDefault("kept", "1000"));
        Setup setup = usual.port(Integer.parseInt(given.getOrDefault("port", "0")))
                .secrets(new Setup.Secrets(given.getOrDefault("bot", secrets.botToken()),
                        given.getOrDefault("app", secrets.appToken()),
                        given.getOrDefault("signing", secrets.signing())))
                .paced(Boolean.parseBoolean(given.getOrDefault("paced", "false")))
                .patience(Duration.ofMillis(Long.parseLong(given.getOrDefault("patience", "3000"))))
                .keeping(kept, kept);
        return given.containsKey("retries")
                ? setup.retries(Stream.of(given.get("retries").split(",")).map(Long::parseLong)
                        .map(Duration::ofMillis).toArray(Duration[]::new))
                : setup;
    }
}
