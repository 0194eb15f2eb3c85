package dev.pilcrow.telegram.server;

import java.util.HashMap;
import java.util.Map;

/// The server as a program of its own, which prints its port and goes on until its standard input ends. Arguments:
/// `port=0 token=… username=… privacy=true limits=none|published kept=1000`.
public final class TelegramServerProgram {

    private TelegramServerProgram() {
    }

    public static void main(String[] arguments) throws Exception {
        try (TelegramServer server = TelegramServer.start(setup(arguments))) {
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
        int kept = Integer.parseInt(given.getOrDefault("kept", "1000"));
        return usual.port(Integer.parseInt(given.getOrDefault("port", "0")))
                .token(given.getOrDefault("token", usual.token()))
                .username(given.getOrDefault("username", usual.username()))
                .privacy(Boolean.parseBoolean(given.getOrDefault("privacy", "true")))
                .limits(given.getOrDefault("limits", "none").equals("published") ? Limits.PUBLISHED : Limits.NONE)
                .keeping(kept, kept);
    }
}
