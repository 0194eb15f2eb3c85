package dev.pilcrow.telegram;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.pilcrow.chat.Action;
import dev.pilcrow.chat.Delivery;
import dev.pilcrow.chat.Incoming;
import dev.pilcrow.chat.MessageId;
import dev.pilcrow.chat.Person;
import dev.pilcrow.chat.Place;
import dev.pilcrow.chat.Root;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads an update as what somebody wants of the bot. Other bots, automatic forwards and what was sent by way of another
/// bot are passed over; but anonymous administrators and channels, which seem to be bots, are people. Immutable.
final class TelegramReader {

    private static final long ANONYMOUS_ADMINISTRATOR = 1_087_968_824;
    private static final long CHANNEL = 136_817_688;
    private static final Set<String> IN = Set.of("member", "administrator");
    private static final Set<String> OUT = Set.of("left", "kicked");
    private static final Set<String> WORDLESS = Set.of("animation", "audio", "checklist", "contact", "dice", "document",
            "game", "live_photo", "location", "paid_media", "photo", "poll", "sticker", "story", "venue", "video",
            "video_note", "voice");
    /// UTF-16 units that are at most 64 KiB of UTF-8.
    private static final int RAW = 21_000;

    private final TelegramBot bot;
    private final TelegramCall call;

    TelegramReader(TelegramBot bot) {
        this.bot = bot;
        this.call = new TelegramCall(bot);
    }

    TelegramBot bot() {
        return bot;
    }

    /// What an update delivers, if anything. What cannot be read is delivered as it came.
    Optional<Delivery> read(JsonNode json) {
        try {
            TelegramUpdate update = TelegramUpdate.of(json);
            if (update.message() != null) {
                return message(update, update.message());
            }
            if (update.editedMessage() != null) {
                return edited(update, update.editedMessage());
            }
            if (update.press() != null) {
                return press(update, update.press());
            }
            return update.membership() != null ? membership(update, update.membership()) : Optional.empty();
        } catch (JsonProcessingException | RuntimeException _) {
            return Optional.of(illegible(json));
        }
    }

    private Optional<Delivery> message(TelegramUpdate update, TelegramUpdate.Message message) {
        List<String> keys = keys(update, "m" + message.chat().id() + ":" + message.id());
        if (message.movedTo() != 0) {
            return Optional.of(written(keys, message, new Person("chat" + message.chat().id(), null),
                    new Incoming.Moved(Long.toString(message.movedTo()))));
        }
        Optional<Person> person = person(message);
        if (person.isEmpty()) {
            return Optional.empty();
        }
        if (message.chat().isPrivate() && message.words().isBlank()) {
            return Collections.disjoint(message.rest().keySet(), WORDLESS)
                    ? Optional.empty()
                    : Optional.of(written(wordless(keys, message), message, person.get(), new Incoming.Wordless()));
        }
        return call.wish(message).map(wish -> written(keys, message, person.get(), wish));
    }

    /// The pictures of one album are told once that they have no words.
    private static List<String> wordless(List<String> keys, TelegramUpdate.Message message) {
        JsonNode album = message.rest().get("media_group_id");
        return album == null ? keys : and(keys, "g" + message.chat().id() + ":" + album.asText());
    }

    private Optional<Delivery> edited(TelegramUpdate update, TelegramUpdate.Message message) {
        List<String> keys = keys(update, "e" + message.chat().id() + ":" + message.id() + ":" + message.editDate() + ":"
                + Integer.toHexString(message.words().hashCode()));
        return person(message).flatMap(person -> call.wish(message)
                .flatMap(wish -> wish instanceof Incoming.Question(String text)
                        ? Optional.of(written(keys, message, person, new Incoming.Edited(text)))
                        : Optional.empty()));
    }

    private Optional<Delivery> press(TelegramUpdate update, TelegramUpdate.Press press) {
        TelegramUpdate.Message message = press.message();
        if (message == null || press.data() == null) {
            return Optional.empty();
        }
        return Action.parse(press.data()).map(action -> new Delivery(keys(update, "c" + press.id()), place(message),
                person(press.from()), id(message), root(message), new Incoming.Pressed(press.id(), action)));
    }

    private Optional<Delivery> membership(TelegramUpdate update, TelegramUpdate.Membership membership) {
        TelegramUpdate.Chat chat = membership.chat();
        String before = membership.before().status();
        String now = membership.now().status();
        boolean joined = chat.isGroup() && OUT.contains(before) && IN.contains(now);
        boolean left = (chat.isGroup() || chat.isPrivate()) && OUT.contains(now);
        if (!joined && !left) {
            return Optional.empty();
        }
        return Optional.of(new Delivery(keys(update), place(chat, ""), person(membership.from()), null, null,
                joined ? new Incoming.Joined() : new Incoming.Left()));
    }

    private Delivery illegible(JsonNode json) {
        String raw = json.toString();
        JsonNode id = json.path("update_id");
        String key = id.isIntegralNumber() ? "u" + id.asText() : "x" + Integer.toHexString(raw.hashCode());
        return new Delivery(List.of(key), new Place(TelegramPlatform.NAME, account(), "unknown", "", true),
                new Person("unknown", null), null, null,
                new Incoming.Illegible(raw.substring(0, Math.min(RAW, raw.length()))));
    }

    private Delivery written(List<String> keys, TelegramUpdate.Message message, Person person, Incoming incoming) {
        return new Delivery(keys, place(message), person, id(message), root(message), incoming);
    }

    private static Optional<Person> person(TelegramUpdate.Message message) {
        if (message.automaticForward() || message.viaBot() != null
                || !message.chat().isPrivate() && !message.chat().isGroup()) {
            return Optional.empty();
        }
        TelegramUpdate.User from = message.from();
        if (message.senderChat() != null && (from == null || !from.bot() || isMask(from))) {
            return Optional.of(new Person("chat" + message.senderChat().id(), null));
        }
        return from == null || from.bot() ? Optional.empty() : Optional.of(person(from));
    }

    private static boolean isMask(TelegramUpdate.User user) {
        return user.id() == ANONYMOUS_ADMINISTRATOR || user.id() == CHANNEL;
    }

    private static Person person(TelegramUpdate.User user) {
        return new Person(Long.toString(user.id()), user.languageCode());
    }

    private Place place(TelegramUpdate.Message message) {
        return place(message.chat(), TelegramThread.of(message).map(TelegramThread::text).orElse(""));
    }

    private Place place(TelegramUpdate.Chat chat, String thread) {
        return new Place(TelegramPlatform.NAME, account(), Long.toString(chat.id()), thread, chat.isPrivate());
    }

    private static MessageId id(TelegramUpdate.Message message) {
        return id(message, message.id());
    }

    private static MessageId id(TelegramUpdate.Message message, long number) {
        return new MessageId(Long.toString(message.chat().id()), Long.toString(number));
    }

    private static @Nullable Root root(TelegramUpdate.Message message) {
        TelegramUpdate.Message other = message.replyToMessage();
        return TelegramThread.of(message).filter(thread -> !thread.isTopic()).map(thread -> new Root(
                id(message, thread.number()), other != null && other.id() == thread.number() ? other.words() : ""))
                .orElse(null);
    }

    private String account() {
        return Long.toString(bot.id());
    }

    private static List<String> keys(TelegramUpdate update, String... more) {
        return and(update.id() == null ? List.of() : List.of("u" + update.id()), more);
    }

    private static List<String> and(List<String> keys, String... more) {
        List<String> all = new ArrayList<>(keys);
        Collections.addAll(all, more);
        return all;
    }
}
