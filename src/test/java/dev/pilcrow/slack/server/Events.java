package dev.pilcrow.slack.server;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pilcrow.standin.Json;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;

/// Makes the events that the bot is told of, if its scopes let it see them.
final class Events {

    private final World world;
    private final RandomGenerator random = new Random(7);

    Events(World world) {
        this.world = world;
    }

    /// A new message, which may call the bot.
    void said(SlackMessage message, String text) {
        List<ObjectNode> events = new ArrayList<>();
        Place place = message.place();
        if (text.contains(world.bot().mention()) && place.kind() != Place.Kind.DM && canSee(place)
                && world.scopes().isGranted("app_mentions:read")) {
            ObjectNode mention = message.json().deepCopy();
            mention.remove("subtype");
            events.add(frame(mention, place, message.ts()).put("type", "app_mention"));
        }
        if (sees(place)) {
            ObjectNode event = message.json().deepCopy();
            event.remove("metadata");
            events.add(typed(frame(event, place, message.ts()), place));
        }
        switch (world.setup().order()) {
            case MENTION_FIRST -> {
                // So they are.
            }
            case MESSAGE_FIRST -> Collections.reverse(events);
            case SHUFFLED -> {
                if (random.nextBoolean()) {
                    Collections.reverse(events);
                }
            }
        }
        events.forEach(this::deliver);
    }

    void changed(SlackMessage old, SlackMessage changed) {
        if (sees(old.place())) {
            ObjectNode event = hidden("message_changed", old.place());
            event.set("message", changed.json());
            event.set("previous_message", old.json());
            deliver(event);
        }
    }

    void deleted(SlackMessage old) {
        if (sees(old.place())) {
            ObjectNode event = hidden("message_deleted", old.place()).put("deleted_ts", old.ts());
            event.set("previous_message", old.json());
            deliver(event);
        }
    }

    void homeOpened(Person person, String tab) {
        ObjectNode event = frame(Json.object(), world.dm(person), world.ts()).put("type", "app_home_opened")
                .put("user", person.id()).put("tab", tab);
        world.views().home(person).ifPresent(view -> event.set("view", view.json()));
        deliver(event);
    }

    String threadStarted(Person person) {
        String thread = world.ts();
        ObjectNode event = Json.object().put("type", "assistant_thread_started").put("event_ts", world.ts());
        ObjectNode told = event.putObject("assistant_thread").put("user_id", person.id())
                .put("channel_id", world.dm(person).id()).put("thread_ts", thread);
        told.putObject("context").put("team_id", World.TEAM);
        world.dm(person).sessions().begin(thread);
        deliver(event);
        return thread;
    }

    void stopped(Person person, SlackMessage message) {
        Place place = message.place();
        ObjectNode event = frame(Json.object(), place, world.ts()).put("type", "agent_session_stopped")
                .put("user", person.id()).put("thread_ts", message.root());
        event.putArray("streaming_message_ts");
        deliver(event);
    }

    /// Something that happened to the bot in a place.
    void happened(String type, Place place, ObjectNode more) {
        deliver(frame(more, place, world.ts()).put("type", type));
    }

    /// Tells the bot of an event, in the frame that all of them have.
    void deliver(ObjectNode event) {
        ObjectNode payload = Json.object().put("token", "unused").put("team_id", World.TEAM)
                .put("api_app_id", World.APP).put("type", "event_callback").put("event_id", world.id("Ev"))
                .put("event_time", world.now().getEpochSecond()).put("is_ext_shared_channel", false)
                .put("event_context", "4-context");
        payload.set("event", event);
        payload.putArray("authorizations").addObject().putNull("enterprise_id").put("team_id", World.TEAM)
                .put("user_id", world.bot().id()).put("is_bot", true).put("is_enterprise_install", false);
        world.deliveries().add(new Delivery(Delivery.Type.EVENT, payload, false, _ -> {
        }));
    }

    private boolean canSee(Place place) {
        return place.botIsIn() && !place.archived();
    }

    private boolean sees(Place place) {
        return canSee(place) && world.scopes().isGranted(place.kind().scope() + ":history");
    }

    private ObjectNode hidden(String subtype, Place place) {
        String ts = world.ts();
        return typed(frame(Json.object(), place, ts), place).put("type", "message").put("subtype", subtype)
                .put("hidden", true).put("ts", ts);
    }

    private static ObjectNode frame(ObjectNode event, Place place, String ts) {
        return event.put("channel", place.id()).put("event_ts", ts);
    }

    private static ObjectNode typed(ObjectNode event, Place place) {
        return event.put("channel_type", place.kind().type());
    }
}
