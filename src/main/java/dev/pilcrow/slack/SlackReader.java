package dev.pilcrow.slack;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pilcrow.chat.Delivery;
import dev.pilcrow.chat.Incoming;
import dev.pilcrow.chat.Person;
import dev.pilcrow.chat.Place;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/// Reads a payload as what somebody wants of the bot: an event, a command, a shortcut, a press, or a window that is sent.
/// Immutable.
final class SlackReader {

    /// UTF-16 units that are at most 64 KiB of UTF-8.
    private static final int RAW = 21_000;
    private static final Set<String> READ = Set.of("message", "app_mention", "app_home_opened",
            "assistant_thread_started", "agent_session_stopped", "member_joined_channel", "member_left_channel",
            "channel_left", "group_left", "channel_archive", "group_archive", "channel_deleted", "group_deleted");
    private static final Person UNKNOWN = new Person("unknown", null);

    private final SlackBot bot;
    private final SlackMessages messages;
    private final SlackInteractions interactions;
    private final Predicate<Place> follows;

    /// @param follows does the bot take part in a thread?
    SlackReader(SlackBot bot, Predicate<Place> follows) {
        this.bot = bot;
        this.messages = new SlackMessages(bot);
        this.interactions = new SlackInteractions(bot);
        this.follows = follows;
    }

    /// Something that was read.
    ///
    /// @param called was the bot called? Otherwise it is meant only in a thread that it takes part in
    record Heard(Delivery delivery, boolean called) {
    }

    /// What a payload delivers, if anything. What cannot be read is delivered as it came.
    Optional<Delivery> read(JsonNode payload) {
        Optional<Heard> heard;
        try {
            heard = "event_callback".equals(payload.path("type").asText())
                    ? event(payload)
                    : interactions.read(payload).map(delivery -> new Heard(delivery, true));
        } catch (JsonProcessingException | RuntimeException _) {
            heard = Optional.of(new Heard(illegible(payload), true));
        }
        return heard.filter(one -> one.called() || follows.test(one.delivery().place())).map(Heard::delivery);
    }

    private Optional<Heard> event(JsonNode payload) throws JsonProcessingException {
        if (!READ.contains(payload.path("event").path("type").asText())) {
            return Optional.empty();
        }
        SlackEvent event = SlackEvent.of(payload.path("event"));
        return switch (SlackEvent.or(event.type())) {
            case "message", "app_mention" -> messages.read(payload, event);
            case "app_home_opened" -> switch (SlackEvent.or(event.tab())) {
                case "messages" -> happened(payload, event, "", new Incoming.Opened());
                case "home" -> happened(payload, event, "", new Incoming.Visited());
                default -> Optional.empty();
            };
            case "assistant_thread_started" ->
                event.begun() == null ? Optional.empty() : opened(payload, event.begun());
            case "agent_session_stopped" -> happened(payload, event, event.thread(), new Incoming.Halted());
            case "member_joined_channel" -> ofBot(payload, event, new Incoming.Joined());
            case "member_left_channel" -> ofBot(payload, event, new Incoming.Left());
            default -> happened(payload, event, "", new Incoming.Left());
        };
    }

    private Optional<Heard> opened(JsonNode payload, JsonNode thread) {
        return heard(payload,
                SlackPlace.of(bot, thread.path("channel_id").asText(), thread.path("thread_ts").asText()),
                new Person(thread.path("user_id").asText(), null), new Incoming.Opened());
    }

    private Optional<Heard> ofBot(JsonNode payload, SlackEvent event, Incoming incoming) {
        return bot.user().equals(event.user()) ? happened(payload, event, "", incoming) : Optional.empty();
    }

    private Optional<Heard> happened(JsonNode payload, SlackEvent event, String thread, Incoming incoming) {
        String person = SlackEvent.or(event.inviter() == null ? event.user() : event.inviter());
        return event.place().isEmpty()
                ? Optional.empty()
                : heard(payload, SlackPlace.of(bot, event.place(), thread),
                        person.isEmpty() ? UNKNOWN : new Person(person, null), incoming);
    }

    private static Optional<Heard> heard(JsonNode payload, Place place, Person person, Incoming incoming) {
        return Optional.of(new Heard(new Delivery(keys(payload), place, person, null, null, incoming), true));
    }

    /// @param more what else is unmistakable in it
    static List<String> keys(JsonNode payload, String... more) {
        List<String> keys = new ArrayList<>();
        String id = payload.path("event_id").asText();
        if (!id.isEmpty()) {
            keys.add(id);
        }
        Collections.addAll(keys, more);
        return keys.isEmpty() ? List.of("x" + Integer.toHexString(payload.toString().hashCode())) : keys;
    }

    private Delivery illegible(JsonNode payload) {
        JsonNode told = payload.deepCopy();
        if (told instanceof ObjectNode object) {
            object.remove("token");
        }
        String raw = told.toString();
        return new Delivery(keys(payload), SlackPlace.of(bot, "unknown", ""), UNKNOWN, null, null,
                new Incoming.Illegible(raw.substring(0, Math.min(RAW, raw.length()))));
    }
}
