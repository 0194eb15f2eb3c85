package dev.pilcrow.telegram.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.util.Set;
import java.util.stream.Collectors;

/// The methods that hand out updates, or say where they are to be sent.
final class Receiving implements AutoCloseable {

    private static final int LONGEST_POLL = 50;
    private static final int MOST = 100;
    private static final String ACTIVE = "can't use getUpdates method while webhook is active; use deleteWebhook to "
            + "delete the webhook first";

    private final World world;
    private final Webhook webhook;

    Receiving(World world) {
        this.world = world;
        webhook = new Webhook(world);
    }

    JsonNode getUpdates(Params params) {
        if (webhook.isSet()) {
            throw Refusal.conflict(ACTIVE);
        }
        int limit = params.integer("limit", MOST);
        if (limit < 1 || limit > MOST) {
            world.violations().add("getUpdates.limit is not between 1 and " + MOST);
        }
        allow(params);
        try {
            return world.updates().poll(params.integer("offset", 0), limit,
                    Math.clamp(params.integer("timeout", 0), 0, LONGEST_POLL));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new Refusal(500, "Internal Server Error: restart");
        }
    }

    void setWebhook(Params params) {
        String secret = params.text("secret_token");
        if (!secret.matches("[A-Za-z0-9_-]{0,256}")) {
            throw Refusal.badRequest("secret token contains unallowed characters");
        }
        if (params.text("url").isEmpty()) {
            deleteWebhook(params);
            return;
        }
        drop(params);
        allow(params);
        world.updates().end(Refusal.conflict("terminated by setWebhook request"));
        webhook.set(address(params.text("url")), secret, params.integer("max_connections", 40));
    }

    void deleteWebhook(Params params) {
        webhook.delete();
        drop(params);
    }

    JsonNode getWebhookInfo(Params params) {
        ObjectNode info = webhook.info().put("has_custom_certificate", false).put("pending_update_count",
                world.updates().size());
        var allowed = world.updates().allowed();
        if (!allowed.isEmpty()) {
            var list = info.putArray("allowed_updates");
            allowed.forEach(list::add);
        }
        return info;
    }

    @Override
    public void close() {
        webhook.delete();
    }

    /// Telegram itself sends to HTTPS addresses only; this one sends to nobody but this machine, over HTTP.
    private static URI address(String url) {
        if (!url.matches("http://(127\\.0\\.0\\.1|localhost)(:\\d+)?(/.*)?")) {
            throw Refusal.badRequest("bad webhook: HTTPS URL must be provided for webhook");
        }
        return URI.create(url);
    }

    private void drop(Params params) {
        if (params.flag("drop_pending_updates")) {
            world.updates().drop();
        }
    }

    private void allow(Params params) {
        if (params.has("allowed_updates")) {
            Set<String> types = params.tree("allowed_updates").valueStream().map(JsonNode::asText)
                    .collect(Collectors.toSet());
            world.updates().allow(types);
        }
    }
}
