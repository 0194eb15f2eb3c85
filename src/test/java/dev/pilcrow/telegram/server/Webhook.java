package dev.pilcrow.telegram.server;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pilcrow.standin.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// Sends the updates to the bot, one after the other, each until it is taken. Thread-safe.
final class Webhook {

    private static final Duration LONGEST = Duration.ofSeconds(60 + 10);

    private final World world;
    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private @Nullable Thread sender;
    private @Nullable URI address;
    private int connections;
    private volatile String error = "";
    private volatile long errorAt;

    Webhook(World world) {
        this.world = world;
    }

    synchronized boolean isSet() {
        return sender != null;
    }

    synchronized void set(URI url, String secret, int mostConnections) {
        delete();
        address = url;
        connections = mostConnections;
        error = "";
        sender = Thread.ofVirtual().name("telegram-webhook").start(() -> send(url, secret));
    }

    synchronized void delete() {
        if (sender != null) {
            sender.interrupt();
            sender = null;
            address = null;
        }
    }

    synchronized ObjectNode info() {
        ObjectNode info = Json.object().put("url", address == null ? "" : address.toString());
        if (address != null) {
            info.put("max_connections", connections).put("ip_address", "127.0.0.1");
        }
        if (!error.isEmpty()) {
            info.put("last_error_date", errorAt).put("last_error_message", error);
        }
        return info;
    }

    private void send(URI url, String secret) {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                ObjectNode update = world.updates().first();
                if (taken(url, secret, update)) {
                    world.updates().confirm(update);
                } else {
                    Thread.sleep(world.setup().retry());
                }
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean taken(URI url, String secret, ObjectNode update) throws InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(url).timeout(LONGEST)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(Json.bytes(update)));
        if (!secret.isEmpty()) {
            request.header("X-Telegram-Bot-Api-Secret-Token", secret);
        }
        try {
            int status = client.send(request.build(), HttpResponse.BodyHandlers.discarding()).statusCode();
            if (status / 100 == 2) {
                return true;
            }
            failed("Wrong response from the webhook: " + status);
        } catch (IOException _) {
            failed("Connection refused");
        }
        return false;
    }

    private void failed(String why) {
        error = why;
        errorAt = world.now().getEpochSecond();
    }
}
