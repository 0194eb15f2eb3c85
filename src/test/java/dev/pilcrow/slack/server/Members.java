package dev.pilcrow.slack.server;

import dev.pilcrow.standin.Json;

/// Lets the bot into places and takes it out of them.
final class Members {

    private final World world;

    Members(World world) {
        this.world = world;
    }

    void add(Place place, Person by) {
        synchronized (world) {
            place.botIsIn(true);
            world.events().happened("member_joined_channel", place, Json.object().put("user", world.bot().id())
                    .put("channel_type", "C").put("team", World.TEAM).put("inviter", by.id()));
        }
    }

    void remove(Place place, Person by) {
        synchronized (world) {
            place.botIsIn(false);
            world.events().happened("channel_left", place, Json.object().put("actor_id", by.id()));
        }
    }

    void archive(Place place, Person by) {
        synchronized (world) {
            place.archive();
            world.events().happened("channel_archive", place, Json.object().put("user", by.id()));
        }
    }
}
