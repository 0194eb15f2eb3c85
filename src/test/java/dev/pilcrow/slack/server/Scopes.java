package dev.pilcrow.slack.server;

import java.util.Set;

/// What the bot's token lets it do and see.
final class Scopes {

    /// Every scope that this server knows.
    static final Set<String> ALL = Set.of("app_mentions:read", "assistant:write", "channels:history", "channels:read",
            "chat:write", "commands", "groups:history", "groups:read", "im:history", "im:read", "im:write",
            "mpim:history",
            "reactions:write", "users:read");

    private final Set<String> granted;

    Scopes(Set<String> granted) {
        this.granted = granted;
    }

    /// Refuses unless one of these is granted.
    ///
    /// @param any separated by `|`; empty when none is needed
    void demand(String any) {
        if (!any.isEmpty() && !isGranted(any)) {
            throw new Refusal("missing_scope").with("needed", any.replace("|", ",")).with("provided",
                    String.join(",", granted.stream().sorted().toList()));
        }
    }

    /// Is one of these granted?
    boolean isGranted(String any) {
        return Set.of(any.split("\\|")).stream().anyMatch(granted::contains);
    }

    /// Everything that is granted, as the header of answers has it.
    String list() {
        return String.join(",", granted.stream().sorted().toList());
    }
}
