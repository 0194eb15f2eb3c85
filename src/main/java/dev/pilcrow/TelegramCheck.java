package dev.pilcrow;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.pilcrow.wording.Phrase;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// Asks Telegram who the bot is, and where what readers write goes. It changes nothing there. Addresses carry the token,
/// so nothing of a failed call is told but its kind.
///
/// @param settings how the bot is reached
/// @param clock tells how old an error is
record TelegramCheck(TelegramAccount settings, InstantSource clock) {

    private static final Duration LONGEST = Duration.ofSeconds(10);
    private static final Duration RECENT = Duration.ofMinutes(10);
    private static final long LARGEST = 1 << 16;
    private static final int UNAUTHORIZED = 401;
    private static final int NOT_FOUND = 404;

    /// Thrown when a call brings no result.
    private static final class CallException extends Exception {

        private final Phrase phrase;

        CallException(Phrase phrase) {
            this.phrase = phrase;
        }
    }

    Finding run() {
        try (HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(LONGEST)
                .followRedirects(HttpClient.Redirect.NEVER).build()) {
            String name = call(client, "getMe").path("username").asText();
            return webhook(name, call(client, "getWebhookInfo"));
        } catch (CallException failed) {
            return Finding.bad(failed.phrase);
        }
    }

    private Finding webhook(String name, JsonNode info) {
        String set = info.path("url").asText();
        String ours = settings.webhook().map(webhook -> webhook.address().toString()).orElse("");
        if (!set.equals(ours)) {
            return set.isEmpty()
                    ? Finding.good(Phrase.DOCTOR_TELEGRAM_UNSET, name)
                    : Finding.bad(Phrase.DOCTOR_TELEGRAM_ELSEWHERE, name, host(set));
        }
        if (ours.isEmpty()) {
            return Finding.good(Phrase.DOCTOR_TELEGRAM_POLLING, name);
        }
        int waiting = info.path("pending_update_count").asInt();
        Instant failed = Instant.ofEpochSecond(info.path("last_error_date").asLong());
        return waiting > 0 && failed.plus(RECENT).isAfter(clock.instant())
                ? Finding.bad(Phrase.DOCTOR_TELEGRAM_UNDELIVERED, name, waiting,
                        info.path("last_error_message").asText())
                : Finding.good(Phrase.DOCTOR_TELEGRAM_WEBHOOK, name);
    }

    private static String host(String url) {
        return WebAddress.of(url).map(URI::getHost).orElse("?");
    }

    private JsonNode call(HttpClient client, String method) throws CallException {
        URI address = URI.create(settings.api() + "/bot" + settings.token().reveal() + "/" + method);
        try {
            HttpResponse<String> response = client.send(
                    HttpRequest.newBuilder(address).timeout(LONGEST).POST(BodyPublishers.noBody()).build(),
                    BodyHandlers.limiting(BodyHandlers.ofString(), LARGEST));
            return result(response.statusCode(), new JsonMapper().readTree(response.body()));
        } catch (JsonProcessingException _) {
            throw new CallException(Phrase.DOCTOR_TELEGRAM_GARBLED);
        } catch (IOException _) {
            throw new CallException(Phrase.DOCTOR_TELEGRAM_UNREACHABLE);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new CallException(Phrase.DOCTOR_TELEGRAM_UNREACHABLE);
        }
    }

    private static JsonNode result(int status, JsonNode body) throws CallException {
        if (!body.path("ok").isBoolean()) {
            throw new CallException(Phrase.DOCTOR_TELEGRAM_GARBLED);
        }
        if (body.path("ok").asBoolean()) {
            return body.path("result");
        }
        throw new CallException(status == UNAUTHORIZED || status == NOT_FOUND
                ? Phrase.DOCTOR_TELEGRAM_REFUSED
                : Phrase.DOCTOR_TELEGRAM_FAILED);
    }
}
