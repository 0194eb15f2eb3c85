package dev.pilcrow.slack.server;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/// The trigger ids, each good for one view within three seconds. Thread-safe.
final class Triggers {

    private static final Duration LIFE = Duration.ofSeconds(3);
    private static final int MOST = 10_000;

    private final World world;
    private final Map<String, Trigger> triggers = new Newest<>(MOST);

    private record Trigger(Person person, Instant at, boolean used) {
    }

    Triggers(World world) {
        this.world = world;
    }

    synchronized String give(Person person) {
        String id = "7700.7700." + world.id("trigger");
        triggers.put(id, new Trigger(person, world.now(), false));
        return id;
    }

    /// Who may now be shown a view.
    synchronized Person take(String id) {
        Trigger trigger = triggers.get(id);
        if (trigger == null) {
            throw new Refusal("invalid_trigger_id");
        }
        if (trigger.used()) {
            throw new Refusal("exchanged_trigger_id");
        }
        if (trigger.at().plus(LIFE).isBefore(world.now())) {
            throw new Refusal("expired_trigger_id");
        }
        triggers.put(id, new Trigger(trigger.person(), trigger.at(), true));
        return trigger.person();
    }
}
