package dev.pilcrow.slack;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.slack.api.methods.Methods;
import com.slack.api.methods.RequestFormBuilder;
import com.slack.api.methods.request.agents.sessions.AgentsSessionsSetStatusRequest;
import com.slack.api.methods.request.assistant.threads.AssistantThreadsSetStatusRequest;
import com.slack.api.methods.request.assistant.threads.AssistantThreadsSetTitleRequest;
import dev.pilcrow.chat.CleanText;
import dev.pilcrow.chat.Place;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import okhttp3.FormBody;
import org.jspecify.annotations.Nullable;

/// Shows in a thread that the bot is at work: in a session, as Slack shows it for agents with a button that stops the work,
/// or, for an app that is none, as it does for assistants. Thread-safe.
final class SlackStatus {

    private static final int THREADS = 10_000;
    private static final Duration KEPT = Duration.ofHours(1);
    /// Not of the app as a whole, but of this place or this moment.
    private static final Set<String> OF_THE_PLACE = Set.of("channel_not_found", "not_in_channel", "is_archived",
            "thread_not_found", "invalid_thread_ts", "internal_error", "fatal_error", "service_unavailable",
            "request_timeout");

    private final SlackSettings settings;
    private final SlackApi api;
    private final Cache<Place, Instant> shown = Caffeine.newBuilder().maximumSize(THREADS).expireAfterWrite(KEPT)
            .build();
    /// Where it is shown as assistants show it: in private chats, or elsewhere.
    private final Set<Boolean> asAssistant = ConcurrentHashMap.newKeySet();

    SlackStatus(SlackSettings settings, SlackApi api) {
        this.settings = settings;
        this.api = api;
    }

    /// Shows it, unless it was just shown.
    void show(Place place, String subject) {
        if (place.isWhispered() || place.thread().isEmpty()) {
            return;
        }
        Instant now = settings.clock().instant();
        Instant last = shown.getIfPresent(place);
        if (last != null && now.isBefore(last.plus(SlackLimits.SHOWN))) {
            return;
        }
        shown.put(place, now);
        String title = CleanText.line(subject, SlackLimits.SESSION);
        if (!asAssistant.contains(place.isPrivate())) {
            SlackReply reply = session(place, "processing", title);
            if (reply.code() != SlackReply.NO || reply.isStrange() || reply.says(OF_THE_PLACE)) {
                return;
            }
            asAssistant.add(place.isPrivate());
        }
        say(place, settings.loading().getFirst());
        if (place.isPrivate() && last == null) {
            api.call(Methods.ASSISTANT_THREADS_SET_TITLE, RequestFormBuilder.toForm(
                    AssistantThreadsSetTitleRequest.builder().channelId(place.chat()).threadTs(place.thread())
                            .title(title).build()));
        }
    }

    /// Ends it where it was shown.
    void end(Place place) {
        if (shown.asMap().remove(place) != null) {
            if (asAssistant.contains(place.isPrivate())) {
                say(place, "");
            } else {
                session(place, "active", null);
            }
        }
    }

    private SlackReply session(Place place, String status, @Nullable String title) {
        return api.call(Methods.AGENTS_SESSIONS_SET_STATUS, RequestFormBuilder.toForm(
                AgentsSessionsSetStatusRequest.builder().channelId(place.chat()).threadTs(place.thread())
                        .status(status).title(title).build()));
    }

    private void say(Place place, String status) {
        FormBody.Builder form = RequestFormBuilder.toForm(AssistantThreadsSetStatusRequest.builder()
                .channelId(place.chat()).threadTs(place.thread()).status(status).build());
        if (!status.isEmpty()) {
            // The library joins them with commas, which are in the texts too.
            form.add("loading_messages", SlackJson.MAPPER
                    .valueToTree(settings.loading().stream().limit(SlackLimits.LOADING).toList()).toString());
        }
        api.call(Methods.ASSISTANT_THREADS_SET_STATUS, form);
    }
}
