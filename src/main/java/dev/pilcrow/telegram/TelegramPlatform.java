package dev.pilcrow.telegram;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.pilcrow.chat.CleanText;
import dev.pilcrow.chat.Delivery;
import dev.pilcrow.chat.Duties;
import dev.pilcrow.chat.Health;
import dev.pilcrow.chat.Incoming;
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
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.meta.api.methods.AnswerCallbackQuery;
import org.telegram.telegrambots.meta.api.methods.reactions.SetMessageReaction;
import org.telegram.telegrambots.meta.api.methods.send.SendChatAction;
import org.telegram.telegrambots.meta.api.objects.reactions.ReactionTypeEmoji;

/// Telegram as a platform. Thread-safe.
public final class TelegramPlatform implements Platform {

    /// Its name in {@link Place#platform}.
    public static final String NAME = "telegram";

    private static final Logger LOG = System.getLogger(TelegramPlatform.class.getName());

    private final TelegramSettings settings;
    private final Duties duties;
    private final TelegramApi api;
    private final TelegramPace pace;
    private final TelegramSender sender;
    private volatile @Nullable Intake intake;
    private volatile @Nullable TelegramReceiver receiver;

    /// A bot that does not receive yet, of a process that is the only one.
    public TelegramPlatform(TelegramSettings settings) {
        this(settings, Duties.ALONE);
    }

    /// A bot that does not receive yet.
    ///
    /// @param duties who of several processes receives
    public TelegramPlatform(TelegramSettings settings, Duties duties) {
        this.settings = settings;
        this.duties = duties;
        this.api = new TelegramApi(settings);
        this.pace = new TelegramPace(settings.limits(), settings.clock());
        this.sender = new TelegramSender(api, pace, this::moved);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public int longestText() {
        return TelegramLimits.TEXT;
    }

    @Override
    public boolean hasWindows() {
        return false;
    }

    @Override
    public boolean followsThreads() {
        return false;
    }

    /// It came with what the person wrote, or is not told at all.
    @Override
    public Optional<String> language(Person person) {
        return Optional.empty();
    }

    @Override
    public Duration pace(Place place) {
        return place.isPrivate() ? settings.limits().personPace() : settings.limits().groupPace();
    }

    @Override
    public void start(Intake intake) {
        TelegramReceiver receiving = new TelegramReceiver(settings, api, duties, intake, this::dropped);
        this.intake = intake;
        receiver = receiving;
        receiving.start();
    }

    /// Takes one update as Telegram sends it to a webhook. When it returns, it is on disk.
    ///
    /// @return how many deliveries were new: 1 or 0
    /// @throws IllegalArgumentException it is no JSON object with an `update_id`
    /// @throws IllegalStateException the bot does not receive yet, or no longer; Telegram is to send it again
    public int receive(String update) {
        TelegramReceiver receiving = receiver;
        JsonNode json = json(update);
        if (receiving == null) {
            throw new IllegalStateException("receives nothing yet");
        }
        return receiving.take(List.of(json));
    }

    private static JsonNode json(String update) {
        try {
            JsonNode json = TelegramJson.MAPPER.readTree(update);
            if (json.path("update_id").isIntegralNumber()) {
                return json;
            }
        } catch (JsonProcessingException _) {
            // Told below, without what stood there.
        }
        throw new IllegalArgumentException("not an update");
    }

    /// Nobody but a forger presses what is no button; the app is told all the same that it need not wait.
    private void dropped(String press) {
        Thread.startVirtualThread(() -> acknowledge(press, null));
    }

    /// Tells of a chat's new id what Telegram tells too, if later; so it does no harm when that fails.
    private void moved(Place place, String chat) {
        Intake to = intake;
        if (to == null) {
            return;
        }
        try {
            to.accept(List.of(new Delivery(List.of("moved" + place.chat() + ":" + chat),
                    new Place(NAME, place.account(), place.chat(), "", false), new Person("chat" + place.chat(), null),
                    null, null, new Incoming.Moved(chat))));
        } catch (RuntimeException failed) {
            LOG.log(Level.WARNING, "a chat''s new id could not be stored: {0}", failed.getClass().getSimpleName());
        }
    }

    @Override
    public Pauses pauses() {
        return api.pauses();
    }

    @Override
    public Posted post(Place place, @Nullable MessageId answering, Post post, String key) {
        return sender.post(place, answering, post);
    }

    /// Telegram keeps no keys.
    @Override
    public Posted find(Place place, @Nullable MessageId answering, String key) {
        return new Posted.Refused(Posted.Reason.MISSING);
    }

    @Override
    public Posted show(Place place, Surface surface) {
        return new Posted.Refused(Posted.Reason.REJECTED);
    }

    @Override
    public Posted edit(Place place, MessageId message, Post post) {
        return sender.edit(place, message, post);
    }

    @Override
    public void typing(Place place, String subject) {
        String chat = sender.current(place.chat());
        if (!pace.isSpared(chat)) {
            api.call(SendChatAction.builder().chatId(chat).action("typing").messageThreadId(TelegramThread.topic(place))
                    .build());
        }
    }

    /// It ends by itself.
    @Override
    public void rest(Place place) {
    }

    @Override
    public boolean react(Place place, MessageId message, Reaction reaction) {
        return !pace.isSpared(message.chat()) && api.call(SetMessageReaction.builder().chatId(message.chat())
                .messageId(Integer.valueOf(message.id()))
                .reactionTypes(List.of(ReactionTypeEmoji.builder().emoji(sign(reaction)).build())).build()).done();
    }

    private static String sign(Reaction reaction) {
        return switch (reaction) {
            case SEEN -> "👀";
            case TOO_MANY -> "😴";
        };
    }

    @Override
    public void acknowledge(String press, @Nullable String toast) {
        api.call(AnswerCallbackQuery.builder().callbackQueryId(press)
                .text(toast == null ? null : CleanText.line(toast, TelegramLimits.TOAST)).build());
    }

    @Override
    public Health health() {
        TelegramReceiver receiving = receiver;
        return receiving == null ? Health.SILENT : receiving.health();
    }

    @Override
    public void stop() {
        TelegramReceiver receiving = receiver;
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
