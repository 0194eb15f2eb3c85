package dev.pilcrow.telegram.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/// The method that puts signs on messages.
final class Reacting {

    private static final Set<String> STANDARD = standard();

    private final World world;
    private final Targets targets;

    Reacting(World world, Targets targets) {
        this.world = world;
        this.targets = targets;
    }

    void setMessageReaction(Params params) {
        Chat chat = targets.writable(params);
        List<JsonNode> wanted = params.tree("reaction").valueStream().toList();
        synchronized (world) {
            ChatMessage message = targets.message(chat, params, "message to react not found");
            if (wanted.size() > 1) {
                throw Refusal.badRequest("REACTIONS_TOO_MANY");
            }
            Set<String> allowed = chat.reactions();
            for (JsonNode one : wanted) {
                String emoji = one.path("emoji").asText();
                if (!STANDARD.contains(emoji) || allowed != null && !allowed.contains(emoji)) {
                    throw Refusal.badRequest("REACTION_INVALID");
                }
            }
            chat.log().sign(message.id(), wanted.stream().map(one -> one.path("emoji").asText()).toList());
        }
    }

    private static Set<String> standard() {
        try (InputStream list = Reacting.class.getResourceAsStream("/telegram/reactions.txt")) {
            return new String(Objects.requireNonNull(list).readAllBytes(), UTF_8).lines().collect(Collectors.toSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
