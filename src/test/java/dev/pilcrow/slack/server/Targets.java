package dev.pilcrow.slack.server;

/// Finds what requests name, or refuses.
final class Targets {

    private final World world;

    Targets(World world) {
        this.world = world;
    }

    /// A place that the bot can know of.
    Place place(String id) {
        Place place = world.place(id);
        if (place == null || place.kind() == Place.Kind.PRIVATE && !place.botIsIn()) {
            throw new Refusal("channel_not_found");
        }
        return place;
    }

    /// A place that the bot is in.
    Place readable(String id) {
        Place place = place(id);
        if (!place.botIsIn()) {
            throw new Refusal("not_in_channel");
        }
        return place;
    }

    /// A place where the bot can say something.
    Place writable(String id) {
        Place place = place(id);
        if (place.archived()) {
            throw new Refusal("is_archived");
        }
        return readable(id);
    }

    Person person(String id) {
        Person person = world.person(id);
        if (person == null) {
            throw new Refusal("user_not_found");
        }
        return person;
    }

    /// A message that everybody sees.
    SlackMessage message(Place place, String ts, String otherwise) {
        return place.find(ts).filter(message -> !message.isEphemeral()).orElseThrow(() -> new Refusal(otherwise));
    }

    /// The number of the thread; empty when none is named.
    String thread(String method, Place place, Params params) {
        String ts = params.text("thread_ts");
        if (ts.isEmpty() || place.sessions().isBegun(ts)) {
            return ts;
        }
        SlackMessage root = message(place, ts, "thread_not_found");
        if (!root.thread().isEmpty() && !root.thread().equals(ts)) {
            world.violations().add(method + ": thread_ts is the number of a reply");
        }
        return ts;
    }

    /// The bot's own message.
    SlackMessage own(Place place, String ts, String otherwise) {
        SlackMessage message = message(place, ts, "message_not_found");
        if (!message.byBot()) {
            throw new Refusal(otherwise);
        }
        return message;
    }
}
