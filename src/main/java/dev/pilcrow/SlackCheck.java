package dev.pilcrow;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.pilcrow.wording.Phrase;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;

/// Asks Slack who the bot is, whether it may do what it does, and whether a socket can be opened. It changes nothing there.
///
/// @param settings how the bot is reached
record SlackCheck(SlackAccount settings) {

    /// What the bot needs to be allowed, as `deploy/slack-manifest.yaml` asks for it.
    static final Set<String> SCOPES = Set.of("app_mentions:read", "assistant:write", "channels:history",
            "channels:read", "chat:write",
            "commands", "groups:history", "groups:read", "im:history", "mpim:history", "reactions:write", "users:read");

    private static final Duration LONGEST = Duration.ofSeconds(10);
    private static final long LARGEST = 1 << 16;
    private static final Set<String> REFUSED = Set.of("invalid_auth", "not_authed", "account_inactive",
            "token_revoked", "token_expired", "not_allowed_token_type");

    /// Thrown when a call brings no result.
    private static final class CallException extends Exception {

        private final Phrase phrase;

        CallException(Phrase phrase) {
            this.phrase = phrase;
        }
    }

    private record Called(JsonNode body, Set<String> scopes) {
    }

    Finding run() {
        try (HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(LONGEST)
                .followRedirects(HttpClient.Redirect.NEVER).build()) {
            Called bot = call(client, "auth.test", settings.token(), Phrase.DOCTOR_SLACK_REFUSED);
            String name = bot.body().path("user").asText();
            String team = bot.body().path("team").asText();
            Set<String> missing = new TreeSet<>(SCOPES);
            missing.removeAll(bot.scopes());
            if (!bot.scopes().isEmpty() && !missing.isEmpty()) {
                return Finding.bad(Phrase.DOCTOR_SLACK_SCOPES, String.join(", ", missing));
            }
            if (settings.appToken().isEmpty()) {
                return Finding.good(Phrase.DOCTOR_SLACK_REQUESTS, name, team);
            }
            call(client, "apps.connections.open", settings.appToken().get(), Phrase.DOCTOR_SLACK_SOCKET);
            return Finding.good(Phrase.DOCTOR_SLACK_SOCKETS, name, team);
        } catch (CallException failed) {
            return Finding.bad(failed.phrase);
        }
    }

    private Called call(HttpClient client, String method, Secret token, Phrase refused) throws CallException {
        try {
            HttpResponse<String> response = client.send(
                    HttpRequest.newBuilder(settings.api().resolve(method)).timeout(LONGEST)
                            .header("Authorization", "Bearer " + token.reveal()).POST(BodyPublishers.noBody()).build(),
                    BodyHandlers.limiting(BodyHandlers.ofString(), LARGEST));
            JsonNode body = new JsonMapper().readTree(response.body());
            if (!body.path("ok").isBoolean()) {
                throw new CallException(Phrase.DOCTOR_SLACK_GARBLED);
            }
            if (!body.path("ok").asBoolean()) {
                throw new CallException(REFUSED.contains(body.path("error").asText())
                        || refused == Phrase.DOCTOR_SLACK_SOCKET ? refused : Phrase.DOCTOR_SLACK_FAILED);
            }
            return new Called(body, response.headers().firstValue("x-oauth-scopes")
                    .map(scopes -> Set.of(scopes.split("[,\\s]+"))).orElse(Set.of()));
        } catch (JsonProcessingException _) {
            throw new CallException(Phrase.DOCTOR_SLACK_GARBLED);
        } catch (IOException _) {
            throw new CallException(Phrase.DOCTOR_SLACK_UNREACHABLE);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new CallException(Phrase.DOCTOR_SLACK_UNREACHABLE);
        }
    }
}
