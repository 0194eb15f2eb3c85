package dev.pilcrow.slack.server;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pilcrow.standin.Json;

/// The methods that say something.
final class Posting {

    private final World world;
    private final Targets targets;
    private final Contents contents;
    private final Pace pace;

    Posting(World world, Targets targets, Contents contents) {
        this.world = world;
        this.targets = targets;
        this.contents = contents;
        pace = new Pace(world.setup());
    }

    ObjectNode postMessage(Params params) {
        Place place = targets.writable(params.text("channel"));
        ObjectNode content = contents.of("chat.postMessage", params, Limits.TEXT, true);
        contents.demandNoUnfurling("chat.postMessage", params);
        pace.count("chat.postMessage " + place.id(), 1, 5);
        synchronized (world) {
            String thread = targets.thread("chat.postMessage", place, params);
            SlackMessage message = world.scenes().botSays(place, thread, content, null);
            return done(message);
        }
    }

    ObjectNode update(Params params) {
        Place place = targets.writable(params.text("channel"));
        ObjectNode content = contents.of("chat.update", params, Limits.GOOD_TEXT, true);
        pace.count("chat.update", 50 / 60.0, 50);
        synchronized (world) {
            SlackMessage old = targets.own(place, params.text("ts"), "cant_update_message");
            SlackMessage changed = world.scenes().botEdits(old, content);
            return done(changed).put("text", changed.plain());
        }
    }

    ObjectNode postEphemeral(Params params) {
        Place place = targets.writable(params.text("channel"));
        ObjectNode content = contents.of("chat.postEphemeral", params, Limits.TEXT, true);
        Person person = world.person(params.text("user"));
        if (person == null) {
            throw new Refusal("user_not_in_channel");
        }
        pace.count("chat.postEphemeral", 100 / 60.0, 100);
        synchronized (world) {
            String thread = targets.thread("chat.postEphemeral", place, params);
            return Json.object().put("message_ts", world.scenes().botSays(place, thread, content, person).ts());
        }
    }

    ObjectNode delete(Params params) {
        Place place = targets.place(params.text("channel"));
        synchronized (world) {
            SlackMessage message = targets.own(place, params.text("ts"), "cant_delete_message");
            world.scenes().deletes(message);
            return Json.object().put("channel", place.id()).put("ts", message.ts());
        }
    }

    ObjectNode getPermalink(Params params) {
        Place place = targets.place(params.text("channel"));
        SlackMessage message = targets.message(place, params.text("message_ts"), "message_not_found");
        String thread = message.thread().isEmpty() ? "" : "?thread_ts=" + message.thread() + "&cid=" + place.id();
        return Json.object().put("channel", place.id()).put("permalink",
                "https://pilcrow.slack.com/archives/" + place.id() + "/p" + message.ts().replace(".", "") + thread);
    }

    private static ObjectNode done(SlackMessage message) {
        ObjectNode done = Json.object().put("channel", message.place().id()).put("ts", message.ts());
        done.set("message", Reading.wire(message, true));
        return done;
    }
}
