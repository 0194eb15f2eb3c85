package dev.pilcrow.telegram.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import java.util.Set;
import java.util.stream.Collectors;

/// The methods that hand out updates.
final class Receiving {

    private final World world;

    Receiving(World world) {
        this.world = world;
    }

    JsonNode getUpdates(Params params) {
        allow(params);
        try {
            return world.updates().poll(params.integer("offset", 0), params.integer("limit", 100),
                    Math.clamp(params.integer("timeout", 0), 0, 50));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new Refusal(500, "Internal Server Error: restart");
        }
    }

    JsonNode deleteWebhook(Params params) {
        if (params.flag("drop_pending_updates")) {
            world.updates().drop();
        }
        return BooleanNode.TRUE;
    }

    private void allow(Params params) {
        if (params.has("allowed_updates")) {
            Set<String> types = params.tree("allowed_updates").valueStream().map(JsonNode::asText)
                    .collect(Collectors.toSet());
            world.updates().allow(types);
        }
    }
}
