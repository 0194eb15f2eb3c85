package dev.pilcrow.slack;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.slack.api.methods.Methods;
import dev.pilcrow.chat.Delivery;
import dev.pilcrow.chat.Health;
import dev.pilcrow.chat.Intake;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URLDecoder;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import okhttp3.FormBody;
import org.jspecify.annotations.Nullable;

/// Receives what readers write: it asks who the bot is, and connects, or is handed requests. All of it happens in the
/// background, and is tried until it succeeds. Thread-safe.
final class SlackReceiver {

    private static final Logger LOG = System.getLogger(SlackReceiver.class.getName());
    private static final Set<String> EXPELLED = Set.of("app_uninstalled", "tokens_revoked");

    private final SlackApi api;
    private final Intake intake;
    private final CountDownLatch ended = new CountDownLatch(1);
    private final SlackPulse pulse = new SlackPulse(RandomGenerator.getDefault());
    private final SlackEnvelopes envelopes = new SlackEnvelopes(this::take, ended);
    private final @Nullable SlackSockets sockets;
    private final Thread lifecycle = Thread.ofVirtual().name("slack").unstarted(this::run);
    private volatile @Nullable SlackReader reader;

    SlackReceiver(SlackSettings settings, SlackApi api, Intake intake) {
        this.api = api;
        this.intake = intake;
        this.sockets = settings.appToken() != null
                ? new SlackSockets(settings, api, pulse, envelopes::add, ended)
                : null;
    }

    void start() {
        lifecycle.start();
    }

    private void run() {
        while (ended.getCount() > 0) {
            try {
                SlackReply me = api.call(Methods.AUTH_TEST, new FormBody.Builder());
                if (me.done()) {
                    begin(me.body());
                    return;
                }
                pulse.fails(me);
                ended.await(pulse.pause().toNanos(), TimeUnit.NANOSECONDS);
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private void begin(JsonNode me) {
        reader = new SlackReader(new SlackBot(me.path("team_id").asText(), me.path("user_id").asText()),
                intake::takesPartIn);
        pulse.beats();
        if (sockets != null) {
            envelopes.start();
            sockets.start();
        }
    }

    /// Puts payloads on disk.
    private void take(List<JsonNode> payloads) {
        SlackReader reading = reader;
        if (reading == null || ended.getCount() == 0) {
            throw new IllegalStateException("receives nothing now");
        }
        payloads.forEach(this::watch);
        List<Delivery> deliveries = payloads.stream().flatMap(payload -> reading.read(payload).stream()).toList();
        if (!deliveries.isEmpty()) {
            intake.accept(deliveries);
        }
    }

    private void watch(JsonNode payload) {
        String type = payload.path("event").path("type").asText();
        if (EXPELLED.contains(type)) {
            LOG.log(Level.WARNING, "the workspace has ended its use of the app: {0}", type);
            pulse.fails(new SlackReply(SlackReply.NO, "token_revoked", 0, SlackJson.object()));
        }
    }

    /// Takes a request, in the form of events or in that of commands and presses.
    ///
    /// @return what to answer
    String request(String body) {
        JsonNode payload = payload(body);
        if (payload.path("type").asText().equals("url_verification")) {
            return payload.path("challenge").asText();
        }
        take(List.of(payload));
        return "";
    }

    /// @throws IllegalArgumentException it is neither JSON nor a form
    private static JsonNode payload(String body) {
        JsonNode payload = body.startsWith("{") ? SlackJson.read(body) : form(body);
        if (!payload.isObject()) {
            throw new IllegalArgumentException("no payload");
        }
        return payload;
    }

    private static JsonNode form(String body) {
        ObjectNode form = SlackJson.object();
        for (String field : body.split("&")) {
            String[] parts = field.split("=", 2);
            form.put(URLDecoder.decode(parts[0], UTF_8), parts.length < 2 ? "" : URLDecoder.decode(parts[1], UTF_8));
        }
        if (form.has("payload")) {
            return SlackJson.read(form.path("payload").asText());
        }
        return form.has("command") || form.has("ssl_check") ? form : SlackJson.array();
    }

    Health health() {
        SlackSockets connections = sockets;
        boolean open = reader != null && (connections == null || connections.isOpen());
        return ended.getCount() == 0 ? Health.SILENT : pulse.health(open);
    }

    void stop() {
        ended.countDown();
        lifecycle.interrupt();
        envelopes.close();
        if (sockets != null) {
            sockets.close();
        }
    }
}
