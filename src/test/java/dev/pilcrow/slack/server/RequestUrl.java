package dev.pilcrow.slack.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.pilcrow.standin.Json;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.util.ArrayList;
import java.util.List;

/// The address of the bot's where it takes signed requests. Thread-safe.
final class RequestUrl implements Carrier, AutoCloseable {

    private static final String FORM = "application/x-www-form-urlencoded";

    private final World world;
    private final URI address;
    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    RequestUrl(World world, URI address) {
        this.world = world;
        this.address = address;
    }

    /// Does the bot know the address as its own?
    boolean verifies() {
        String challenge = world.id("challenge");
        String body = Json.object().put("token", "unused").put("challenge", challenge).put("type", "url_verification")
                .toString();
        try {
            HttpResponse<String> answer = client.send(request("application/json", body).build(),
                    HttpResponse.BodyHandlers.ofString());
            return answer.statusCode() == 200 && answer.body().contains(challenge);
        } catch (IOException _) {
            return false;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public boolean send(String id, Delivery delivery) {
        Thread.ofVirtual().name("slack-request").start(() -> post(id, delivery));
        return true;
    }

    private void post(String id, Delivery delivery) {
        HttpRequest.Builder request = switch (delivery.type()) {
            case EVENT -> request("application/json", delivery.payload().toString());
            case COMMAND -> request(FORM, form(delivery.payload()));
            case INTERACTION -> request(FORM, "payload=" + URLEncoder.encode(delivery.payload().toString(), UTF_8));
        };
        if (delivery.attempt() > 0) {
            request.header("X-Slack-Retry-Num", "" + delivery.attempt()).header("X-Slack-Retry-Reason",
                    delivery.reason());
        }
        try {
            HttpResponse<String> answer = client.send(request.timeout(world.setup().patience()).build(),
                    HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() / 100 == 2) {
                world.deliveries().acknowledged(id, said(answer.body(), delivery));
            } else {
                boolean again = !answer.headers().firstValue("X-Slack-No-Retry").orElse("").equals("1");
                world.deliveries().failed(id, "http_error", again);
            }
        } catch (HttpTimeoutException _) {
            world.deliveries().failed(id, "http_timeout", true);
        } catch (ConnectException _) {
            world.deliveries().failed(id, "connection_failed", true);
        } catch (IOException _) {
            world.deliveries().failed(id, "unknown_error", true);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private HttpRequest.Builder request(String type, String body) {
        String at = Long.toString(world.now().getEpochSecond());
        return HttpRequest.newBuilder(address).header("Content-Type", type).header("X-Slack-Request-Timestamp", at)
                .header("X-Slack-Signature", Signature.of(world.setup().secrets().signing(), at, body))
                .POST(HttpRequest.BodyPublishers.ofString(body));
    }

    private static JsonNode said(String body, Delivery delivery) {
        if (delivery.type() == Delivery.Type.EVENT || body.isBlank()) {
            return Json.object();
        }
        try {
            JsonNode said = Json.read(body);
            return said.isObject() ? said : Json.object();
        } catch (JsonProcessingException _) {
            return Json.object().put("text", body);
        }
    }

    private static String form(JsonNode fields) {
        List<String> pairs = new ArrayList<>();
        fields.forEachEntry((name, value) -> pairs.add(name + "=" + URLEncoder.encode(value.asText(), UTF_8)));
        return String.join("&", pairs);
    }

    @Override
    public void close() {
        client.close();
    }
}
