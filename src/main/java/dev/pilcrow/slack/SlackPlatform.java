package dev.pilcrow.slack;

import com.slack.api.methods.Methods;
import com.slack.api.methods.RequestFormBuilder;
import com.slack.api.methods.request.reactions.ReactionsAddRequest;
import dev.pilcrow.chat.Health;
import dev.pilcrow.chat.Intake;
import dev.pilcrow.chat.MessageId;
import dev.pilcrow.chat.Pauses;
import dev.pilcrow.chat.Person;
import dev.pilcrow.chat.Place;
import dev.pilcrow.chat.Platform;
import dev.pilcrow.chat.Post;
import dev.pilcrow.chat.Posted;
import dev.pilcrow.chat.Reaction;
import dev.pilcrow.chat.Surface;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Slack as a platform, in one workspace. Thread-safe.
public final class SlackPlatform implements Platform {

    /// Its name in {@link Place#platform}.
    public static final String NAME = "slack";

    private static final Set<String> DONE_BEFORE = Set.of("already_reacted");

    private final SlackSettings settings;
    private final SlackApi api;
    private final SlackSender sender;
    private final SlackSurfaces surfaces;
    private final SlackStatus status;
    private final SlackSearch search;
    private final SlackLanguages languages;
    private volatile @Nullable SlackReceiver receiver;

    /// A bot that does not receive yet.
    public SlackPlatform(SlackSettings settings) {
        this.settings = settings;
        this.api = new SlackApi(settings);
        this.sender = new SlackSender(api, new SlackPace(settings.limits()));
        this.surfaces = new SlackSurfaces(api, sender);
        this.status = new SlackStatus(settings, api);
        this.search = new SlackSearch(api);
        this.languages = new SlackLanguages(api);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public int longestText() {
        return SlackLimits.TEXT;
    }

    @Override
    public boolean hasWindows() {
        return true;
    }

    @Override
    public boolean followsThreads() {
        return true;
    }

    @Override
    public Optional<String> language(Person person) {
        return languages.of(person.id());
    }

    @Override
    public Duration pace(Place place) {
        return place.isPrivate() ? settings.limits().personPace() : settings.limits().channelPace();
    }

    @Override
    public void start(Intake intake) {
        SlackReceiver receiving = new SlackReceiver(settings, api, intake);
        receiver = receiving;
        receiving.start();
    }

    /// Takes a request as Slack sends it to the bot's own address, for events, commands and presses alike. When it returns,
    /// what came is on disk.
    ///
    /// @param body of a request whose signature is Slack's, and not old
    /// @return what to answer, as plain text, with the status 200; mostly nothing
    /// @throws IllegalArgumentException it is nothing that Slack sends
    /// @throws IllegalStateException the bot does not receive yet, or no longer; Slack is to send it again
    public String receive(String body) {
        SlackReceiver receiving = receiver;
        if (receiving == null) {
            throw new IllegalStateException("receives nothing yet");
        }
        return receiving.request(body);
    }

    @Override
    public Pauses pauses() {
        return api.pauses();
    }

    @Override
    public Posted post(Place place, @Nullable MessageId answering, Post post, String key) {
        return sender.post(place, answering, post, key);
    }

    @Override
    public Posted find(Place place, @Nullable MessageId answering, String key) {
        return search.find(place, answering, key);
    }

    @Override
    public Posted edit(Place place, MessageId message, Post post) {
        return switch (SlackId.of(message)) {
            case SlackId.Time(String ts) -> sender.change(message, ts, post);
            case SlackId.Url(String url) -> sender.replace(message, url, post);
            case SlackId.Window window -> surfaces.change(place, message, window, post);
        };
    }

    @Override
    public Posted show(Place place, Surface surface) {
        return surfaces.show(place, surface);
    }

    @Override
    public void typing(Place place, String subject) {
        status.show(place, subject);
    }

    @Override
    public void rest(Place place) {
        status.end(place);
    }

    @Override
    public boolean react(Place place, MessageId message, Reaction reaction) {
        if (!(SlackId.of(message) instanceof SlackId.Time(String ts))) {
            return false;
        }
        SlackReply reply = api.call(Methods.REACTIONS_ADD, RequestFormBuilder.toForm(
                ReactionsAddRequest.builder().channel(message.chat()).timestamp(ts).name(sign(reaction)).build()));
        return reply.done() || reply.says(DONE_BEFORE);
    }

    private static String sign(Reaction reaction) {
        return switch (reaction) {
            case SEEN -> "eyes";
            case TOO_MANY -> "zzz";
        };
    }

    /// Slack was told when the press was stored; only a toast is still to be said.
    @Override
    public void acknowledge(String press, @Nullable String toast) {
        SlackPress pressed = SlackPress.parse(press);
        if (toast != null && !pressed.url().isEmpty()) {
            sender.toast(pressed, toast);
        }
    }

    @Override
    public Health health() {
        SlackReceiver receiving = receiver;
        return receiving == null ? Health.SILENT : receiving.health();
    }

    @Override
    public void stop() {
        SlackReceiver receiving = receiver;
        if (receiving != null) {
            receiving.stop();
        }
    }

    @Override
    public void close() {
        stop();
        api.close();
    }
}
