package dev.pilcrow.slack.server;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pilcrow.standin.Json;
import org.jspecify.annotations.Nullable;

/// Puts messages into places, people's and the bot's, and tells the bot of those that it may see.
final class Scenes {

    private final World world;

    Scenes(World world) {
        this.world = world;
    }

    /// Puts a person's message into a place.
    ///
    /// @param thread the number of the message that the thread begins with; empty for none
    /// @param more further fields
    SlackMessage says(Person author, Place place, String thread, String text, ObjectNode more) {
        synchronized (world) {
            ObjectNode content = Talk.text(world, text).setAll(more);
            if (author.isBot()) {
                content.put("bot_id", author.id().replace("U", "B")).put("app_id", author.id().replace("U", "A"));
            } else {
                content.put("client_msg_id", world.id("msg-"));
            }
            SlackMessage message = add(author, place, thread, content, null);
            world.events().said(message, text);
            return message;
        }
    }

    SlackMessage broadcasts(Person author, SlackMessage replied, String text) {
        ObjectNode more = Json.object().put("subtype", "thread_broadcast");
        replied.place().find(replied.root()).ifPresent(root -> more.set("root", root.json()));
        return says(author, replied.place(), replied.root(), text, more);
    }

    SlackMessage edits(SlackMessage message, String text) {
        synchronized (world) {
            SlackMessage old = message.now();
            ObjectNode json = old.json().deepCopy();
            json.setAll(Talk.text(world, text));
            return change(old, json);
        }
    }

    void deletes(SlackMessage message) {
        synchronized (world) {
            SlackMessage old = message.now();
            old.place().log().delete(old.ts());
            world.events().deleted(old);
        }
    }

    /// Puts the bot's message into a place.
    ///
    /// @param seenBy the only person who is to see it; null for everybody
    SlackMessage botSays(Place place, String thread, ObjectNode content, @Nullable Person seenBy) {
        synchronized (world) {
            content.put("bot_id", World.BOT).put("app_id", World.APP);
            content.putObject("bot_profile").put("id", World.BOT).put("app_id", World.APP).put("name", "Pilcrow")
                    .put("team_id", World.TEAM);
            SlackMessage message = add(world.bot(), place, thread, content, seenBy);
            place.sessions().said(message.root());
            if (seenBy == null) {
                world.events().said(message, "");
            }
            return message;
        }
    }

    /// Gives a message of the bot's other words.
    SlackMessage botEdits(SlackMessage old, ObjectNode content) {
        synchronized (world) {
            ObjectNode json = old.json().deepCopy();
            for (String field : new String[]{"text", "blocks"}) {
                json.remove(field);
            }
            json.setAll(content);
            return change(old, json);
        }
    }

    private SlackMessage change(SlackMessage old, ObjectNode json) {
        json.putObject("edited").put("user", old.author().id()).put("ts", world.ts());
        SlackMessage changed = old.with(json);
        old.place().log().put(changed);
        if (!old.isEphemeral()) {
            world.events().changed(old, changed);
        }
        return changed;
    }

    private SlackMessage add(Person author, Place place, String thread, ObjectNode content, @Nullable Person seenBy) {
        ObjectNode json = Json.object().put("type", "message").put("user", author.id()).put("ts", world.ts())
                .put("team", World.TEAM);
        if (!thread.isEmpty()) {
            json.put("thread_ts", thread);
            place.find(thread).ifPresent(root -> json.put("parent_user_id", root.author().id()));
        }
        SlackMessage message = new SlackMessage(place, author, json.setAll(content), 0, seenBy);
        place.log().put(message);
        return message;
    }
}
