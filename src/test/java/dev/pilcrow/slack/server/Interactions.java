package dev.pilcrow.slack.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pilcrow.standin.Json;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Tells the bot of commands, presses, shortcuts and forms.
final class Interactions {

    private final World world;

    Interactions(World world) {
        this.world = world;
    }

    Interaction command(Person person, Place place, String command, String text) {
        Interaction interaction = new Interaction(person, place);
        ObjectNode payload = Json.object().put("token", "unused").put("team_id", World.TEAM)
                .put("team_domain", "pilcrow").put("channel_id", place.id())
                .put("channel_name", place.json().path("name").asText()).put("user_id", person.id())
                .put("user_name", person.json().path("name").asText()).put("command", command)
                .put("text", Talk.escaped(text))
                .put("api_app_id", World.APP).put("is_enterprise_install", "false");
        if (!world.scopes().isGranted("commands")) {
            throw new AssertionError("the bot has no commands");
        }
        return deliver(interaction, Delivery.Type.COMMAND, payload, null, true);
    }

    Interaction press(Person person, SlackMessage message, String labelOrActionId) {
        Element element = find(message.elements(), labelOrActionId);
        Interaction interaction = new Interaction(person, message.place());
        ObjectNode payload = frame("block_actions", person);
        ObjectNode container = payload.putObject("container").put("type", "message").put("message_ts", message.ts())
                .put("channel_id", message.place().id()).put("is_ephemeral", message.isEphemeral());
        if (!message.thread().isEmpty()) {
            container.put("thread_ts", message.thread());
        }
        payload.set("channel", message.place().json());
        if (!message.isEphemeral()) {
            payload.set("message", Reading.wire(message, true));
        }
        payload.putObject("state").putObject("values");
        payload.putArray("actions").add(element.action(world.ts()));
        return deliver(interaction, Delivery.Type.INTERACTION, payload, message, true);
    }

    Interaction press(Person person, View view, String labelOrActionId) {
        Element element = find(view.elements(), labelOrActionId);
        ObjectNode payload = frame("block_actions", person);
        payload.putObject("container").put("type", "view").put("view_id", view.id());
        payload.set("view", view.json());
        payload.putArray("actions").add(element.action(world.ts()));
        return deliver(new Interaction(person, null), Delivery.Type.INTERACTION, payload, null, false);
    }

    Interaction shortcut(Person person, SlackMessage message, String callbackId) {
        ObjectNode payload = frame("message_action", person).put("callback_id", callbackId)
                .put("action_ts", world.ts()).put("message_ts", message.ts());
        payload.set("channel", message.place().json());
        payload.set("message", Reading.wire(message, false));
        return deliver(new Interaction(person, message.place()), Delivery.Type.INTERACTION, payload, message,
                true);
    }

    Interaction submit(Person person, View view, Map<String, String> values) {
        ObjectNode payload = frame("view_submission", person);
        ObjectNode filled = view.json().deepCopy();
        filled.set("state", Forms.state(view, values));
        payload.set("view", filled);
        payload.putArray("response_urls");
        Interaction interaction = new Interaction(person, null);
        return deliver(interaction, Delivery.Type.INTERACTION, payload, said -> answered(view, said));
    }

    void close(Person person, View view) {
        world.views().pop(person);
        if (view.json().path("notify_on_close").asBoolean()) {
            ObjectNode payload = frame("view_closed", person).put("is_cleared", false);
            payload.set("view", view.json());
            deliver(new Interaction(person, null), Delivery.Type.INTERACTION, payload, null, false);
        }
    }

    private void answered(View view, JsonNode said) {
        if (said.has("view")) {
            ViewRules.check(said.path("view"), "modal")
                    .forEach(what -> world.violations().add("view_submission: " + what));
        }
        world.views().answered(view, said);
    }

    private static Element find(List<Element> elements, String labelOrActionId) {
        return elements.stream().filter(element -> element.is(labelOrActionId)).findFirst().orElseThrow(
                () -> new AssertionError("nothing called " + labelOrActionId + " but "
                        + elements.stream().map(Element::label).toList()));
    }

    private ObjectNode frame(String type, Person person) {
        ObjectNode payload = Json.object().put("type", type).put("token", "unused").put("api_app_id", World.APP)
                .put("is_enterprise_install", false).putNull("enterprise");
        payload.set("user", person.json());
        payload.putObject("team").put("id", World.TEAM).put("domain", "pilcrow");
        return payload;
    }

    /// @param original the message that it was done on
    /// @param addressed is there a response address?
    private Interaction deliver(Interaction interaction, Delivery.Type type, ObjectNode payload,
            @Nullable SlackMessage original, boolean addressed) {
        if (addressed) {
            payload.put("response_url", world.responses().give(interaction, original));
        }
        return deliver(interaction, type, payload, said -> {
            if (addressed && !said.isEmpty()) {
                world.responses().acknowledged(interaction, new Params((ObjectNode) said));
            }
        });
    }

    private Interaction deliver(Interaction interaction, Delivery.Type type, ObjectNode payload,
            Consumer<JsonNode> then) {
        payload.put("trigger_id", world.triggers().give(interaction.person()));
        interaction.payload(payload);
        boolean answerable = type == Delivery.Type.COMMAND || payload.path("type").asText().equals("view_submission");
        world.deliveries().add(new Delivery(type, payload, answerable, said -> {
            interaction.ended(said);
            if (said != null) {
                then.accept(said);
            }
        }));
        return interaction;
    }
}
