package dev.pilcrow.slack;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.slack.api.Slack;
import com.slack.api.SlackConfig;
import com.slack.api.methods.Methods;
import com.slack.api.util.http.SlackHttpClient;
import dev.pilcrow.Secret;
import dev.pilcrow.chat.Pauses;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import okhttp3.FormBody;
import okhttp3.OkHttpClient;
import okhttp3.Response;
import okhttp3.ResponseBody;
import org.jspecify.annotations.Nullable;

/// The Web API: one method at a time, or many on many threads. It never throws, and of a failure it logs only the kind, as
/// what the library tells may have a token in it. A method that Slack wants to be spared is not called until then.
/// Thread-safe.
///
/// Answers are read no further than needed: the library's own classes fail for a message that was posted when something in
/// it is not as they know it, and it would look as if it had not been.
final class SlackApi implements AutoCloseable {

    private static final Logger LOG = System.getLogger(SlackApi.class.getName());
    private static final int METHODS = 10_000;
    private static final Duration KEPT = Duration.ofHours(1);

    private final SlackSettings settings;
    private final OkHttpClient http = SlackHttp.client();
    private final Slack slack;
    private final Pauses pauses = new Pauses();
    private final Cache<String, Instant> spared = Caffeine.newBuilder().maximumSize(METHODS).expireAfterWrite(KEPT)
            .build();

    SlackApi(SlackSettings settings) {
        this.settings = settings;
        SlackConfig config = new SlackConfig();
        config.setStatsEnabled(false);
        config.setProxyUrl(null); // from the environment, and for sockets only
        config.setMethodsEndpointUrlPrefix(settings.api().toString());
        config.getHttpClientResponseHandlers().clear();
        this.slack = Slack.getInstance(config, new SlackHttpClient(http));
    }

    /// The library, for what it does besides methods.
    Slack slack() {
        return slack;
    }

    /// How often Slack wanted to be spared.
    Pauses pauses() {
        return pauses;
    }

    /// Calls a method and waits for the answer.
    ///
    /// @param method its name
    SlackReply call(String method, FormBody.Builder form) {
        return call(method, method, form, settings.token());
    }

    /// Calls a method that each channel is spared by itself.
    SlackReply call(String method, String channel, FormBody.Builder form) {
        return call(method, method + ' ' + channel, form, settings.token());
    }

    /// Asks where to connect a socket to.
    SlackReply open() {
        Secret token = settings.appToken();
        return token == null
                ? SlackReply.without(SlackReply.UNSENT)
                : call(Methods.APPS_CONNECTIONS_OPEN, Methods.APPS_CONNECTIONS_OPEN, new FormBody.Builder(), token);
    }

    private SlackReply call(String method, String what, FormBody.Builder form, Secret token) {
        Instant until = spared.getIfPresent(what);
        Instant now = settings.clock().instant();
        if (until != null && now.isBefore(until)) {
            long seconds = Duration.between(now, until).plusMillis(999).toSeconds();
            return new SlackReply(SlackReply.LATER, "", seconds, SlackJson.object());
        }
        SlackReply reply = send(method, () -> slack.getHttpClient().postFormWithBearerHeader(
                slack.getConfig().getMethodsEndpointUrlPrefix() + method, token.reveal(), form.build()));
        if (reply.code() == SlackReply.LATER) {
            spared.put(what, settings.clock().instant().plus(pause(reply)));
        }
        return reply;
    }

    /// Answers by way of a `response_url`; one that is used up, too old or not Slack's is gone.
    SlackReply respond(String url, JsonNode message) {
        SlackReply reply = isSlacks(url)
                ? send("response_url", () -> slack.getHttpClient().postJsonBody(url, message.toString()))
                : SlackReply.without(404);
        return reply.code() == 404 || reply.code() == 410
                ? new SlackReply(SlackReply.NO, "expired_url", 0, reply.body())
                : reply;
    }

    /// Whatever can be reached by a forged payload must not be anybody's server.
    private boolean isSlacks(String url) {
        try {
            URI uri = URI.create(url);
            String host = uri.getHost();
            return host != null && (settings.api().getHost().equals(host)
                    && settings.api().getScheme().equals(uri.getScheme())
                    || "https".equals(uri.getScheme()) && (host.equals("slack.com") || host.endsWith(".slack.com")));
        } catch (IllegalArgumentException _) {
            return false;
        }
    }

    private interface Sending {
        Response send() throws IOException;
    }

    private SlackReply send(String what, Sending sending) {
        SlackReply reply = sent(what, sending);
        if (reply.code() == SlackReply.LATER) {
            pauses.add(pause(reply));
        }
        return reply;
    }

    private static Duration pause(SlackReply reply) {
        return Duration.ofSeconds(Math.max(1, reply.retryAfter()));
    }

    private static SlackReply sent(String what, Sending sending) {
        try (Response response = sending.send()) {
            ResponseBody body = response.body();
            String text = body == null ? "" : body.string();
            return SlackReply.of(response.code(), seconds(response.header("Retry-After")), text);
        } catch (IOException | RuntimeException failed) {

            LOG.log(Level.DEBUG, "{0}: {1}", what, failed.getClass().getSimpleName());
            return SlackReply.without(failed instanceof SlackHttp.UnsentException
                    ? SlackReply.UNSENT
                    : SlackReply.UNKNOWN);
        }
    }

    private static long seconds(@Nullable String header) {
        return header != null && header.matches("\\d{1,6}") ? Long.parseLong(header) : 0;
    }

    @Override
    public void close() {
        http.dispatcher().cancelAll();
        http.dispatcher().executorService().shutdown();
        http.connectionPool().evictAll();
    }
}
