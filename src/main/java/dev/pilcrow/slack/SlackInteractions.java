package dev.pilcrow.slack;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pilcrow.chat.Action;
import dev.pilcrow.chat.Commands;
import dev.pilcrow.chat.Delivery;
import dev.pilcrow.chat.Incoming;
import dev.pilcrow.chat.MessageId;
import dev.pilcrow.chat.Person;
import dev.pilcrow.chat.Place;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Reads commands, shortcuts, presses of buttons, and windows that are sent. Immutable.
final class SlackInteractions {

    /// The shortcut under each message by which the article is asked about it.
    static final String ASK_ABOUT = "ask_about";

    private final SlackBot bot;

    SlackInteractions(SlackBot bot) {
        this.bot = bot;
    }

    Optional<Delivery> read(JsonNode payload) {
        if (payload.path("command").isTextual()) {
            return command(payload);
        }
        return switch (payload.path("type").asText()) {
            case "message_action" -> shortcut(payload);
            case "block_actions" -> press(payload);
            case "view_submission" -> sent(payload);
            default -> Optional.empty();
        };
    }

    private Optional<Delivery> command(JsonNode payload) {
        SlackPress press = SlackPress.of(payload, "");
        String channel = payload.path("channel_id").asText();
        String user = payload.path("user_id").asText();
        String name = payload.path("command").asText().replaceFirst("^/", "");
        String words = SlackText.plain(payload.path("text").asText()).strip();
        Incoming incoming = name.equals("ask")
                ? SlackCall.wish(words).map(wish -> wish instanceof Incoming.Mute ? new Incoming.Question(words) : wish)
                        .orElseGet(() -> new Incoming.Compose(press.text()))
                : Commands.read(name, words);
        return Optional.of(new Delivery(keys(press), SlackPlace.whispered(bot, channel, "", user),
                new Person(user, null), SlackId.url(channel, press.url()), null, incoming));
    }

    /// Nobody would see an answer in a thread that has not begun, so there it stands in the channel.
    private Optional<Delivery> shortcut(JsonNode payload) {
        if (!payload.path("callback_id").asText().equals(ASK_ABOUT)) {
            return Optional.empty();
        }
        String channel = payload.path("channel").path("id").asText();
        JsonNode message = payload.path("message");
        String thread = message.path("thread_ts").asText();
        SlackPress press = SlackPress.of(payload, thread);
        Person person = person(payload);
        String words = SlackText.plain(message.path("text").asText()).strip();
        return Optional.of(new Delivery(keys(press), SlackPlace.whispered(bot, channel, thread, person.id()), person,
                SlackId.url(channel, press.url()), null,
                words.isEmpty() ? new Incoming.Wordless() : new Incoming.Question(words)));
    }

    private Optional<Delivery> press(JsonNode payload) {
        Optional<Action> action = payload.path("actions").valueStream()
                .flatMap(one -> Action.parse(one.path("value").asText()).stream()).findFirst();
        return action.map(one -> payload.path("view").isObject()
                ? inWindow(payload, payload.path("view"), one)
                : onMessage(payload, one));
    }

    private Delivery onMessage(JsonNode payload, Action action) {
        JsonNode container = payload.path("container");
        String channel = payload.path("channel").path("id").asText(container.path("channel_id").asText());
        String ts = container.path("message_ts").asText(payload.path("message").path("ts").asText());
        String thread = payload.path("message").path("thread_ts").asText(container.path("thread_ts").asText());
        SlackPress press = SlackPress.of(payload, thread);
        Person person = person(payload);
        boolean whispered = container.path("is_ephemeral").asBoolean();
        Place place = whispered
                ? SlackPlace.whispered(bot, channel, thread, person.id())
                : SlackPlace.of(bot, channel, thread.isEmpty() ? ts : thread);
        return new Delivery(keys(press), place, person,
                whispered ? SlackId.url(channel, press.url()) : new MessageId(channel, ts),
                whispered ? null : SlackPlace.root(channel, ts, thread), new Incoming.Pressed(press.text(), action));
    }

    private Delivery inWindow(JsonNode payload, JsonNode view, Action action) {
        JsonNode kept = SlackPlace.kept(view);
        Place place = SlackPlace.of(bot, kept);
        SlackPress press = new SlackPress(payload.path("trigger_id").asText(), kept.path("response_url").asText(),
                place.thread());
        return new Delivery(keys(press), place, person(payload),
                SlackId.window(place.chat(), view.path("id").asText(), view.path("title").path("text").asText()), null,
                new Incoming.Pressed(press.text(), action));
    }

    private Optional<Delivery> sent(JsonNode payload) {
        JsonNode view = payload.path("view");
        JsonNode kept = SlackPlace.kept(view);
        Place place = SlackPlace.of(bot, kept);
        String url = kept.path("response_url").asText();
        SlackPress press = new SlackPress(payload.path("trigger_id").asText(), url, place.thread());
        @Nullable
        MessageId message = url.isEmpty() ? null : SlackId.url(place.chat(), url);
        String key = "s" + view.path("id").asText() + ":" + view.path("hash").asText();
        return wanted(view, press).map(
                incoming -> new Delivery(List.of(key), place, person(payload), message, null, incoming));
    }

    /// What was written into a window, or else what was chosen in it.
    private static Optional<Incoming> wanted(JsonNode view, SlackPress press) {
        List<JsonNode> fields = view.path("state").path("values").valueStream().flatMap(JsonNode::valueStream).toList();
        Stream<Incoming> written = fields.stream().map(field -> field.path("value").asText("").strip())
                .filter(words -> !words.isEmpty()).map(Incoming.Question::new);
        Stream<Incoming> chosen = fields.stream()
                .flatMap(field -> Action.parse(field.path("selected_option").path("value").asText()).stream())
                .map(action -> new Incoming.Pressed(press.text(), action));
        return Stream.concat(written, chosen).findFirst();
    }

    private static List<String> keys(SlackPress press) {
        return List.of("t" + press.trigger());
    }

    private static Person person(JsonNode payload) {
        return new Person(payload.path("user").path("id").asText(), null);
    }
}
