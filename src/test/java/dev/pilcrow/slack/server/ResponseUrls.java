package dev.pilcrow.slack.server;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pilcrow.standin.Answer;
import dev.pilcrow.standin.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The addresses that answer one interaction each, five times within half an hour, wherever the bot is. Thread-safe.
final class ResponseUrls {

    static final String PATH = "/response/";
    static final String METHOD = "response_url";
    private static final Duration LIFE = Duration.ofMinutes(30);
    private static final int USES = 5;
    private static final int FEWEST = 1_000;
    private static final Set<String> FIELDS = Set.of("text", "blocks", "attachments", "response_type",
            "replace_original", "delete_original", "thread_ts", "mrkdwn", "metadata", "unfurl_links", "unfurl_media");

    private final World world;
    private final Contents contents;
    private final Map<String, Target> targets;

    /// Where an address leads. Guarded by the addresses.
    private static final class Target {

        private final Interaction interaction;
        private final Instant at;
        private @Nullable SlackMessage original;
        private int uses;

        Target(Interaction interaction, Instant at, @Nullable SlackMessage original) {
            this.interaction = interaction;
            this.at = at;
            this.original = original;
        }
    }

    ResponseUrls(World world) {
        this.world = world;
        contents = new Contents(world);
        targets = new Newest<>(Math.max(FEWEST, world.setup().kept()));
    }

    /// A new address.
    ///
    /// @param original the message that was pressed; null for a command, whose answers cannot be replaced, as
    ///        slackapi/bolt-js#2287 and bolt-python#1268 found
    synchronized String give(Interaction interaction, @Nullable SlackMessage original) {
        String id = World.TEAM + "/" + world.id("R") + "/" + world.id("secret");
        targets.put(id, new Target(interaction, world.now(), original));
        return world.url() + PATH + id;
    }

    Answer post(String id, Params params) {
        try {
            synchronized (this) {
                Target target = targets.get(id);
                if (target == null) {
                    throw Refusal.status(404, "invalid_url");
                }
                if (target.at.plus(LIFE).isBefore(world.now())) {
                    throw Refusal.status(404, "expired_url");
                }
                if (target.uses >= USES) {
                    throw Refusal.status(404, "used_url");
                }
                answer(target, params);
                target.uses++;
            }
            return new Answer(200, Json.object().put("ok", true));
        } catch (Refusal refusal) {
            return Refusal.status(refusal.answer().status() == 200 ? 400 : refusal.answer().status(),
                    refusal.getMessage()).answer();
        }
    }

    /// What the bot said when it acknowledged, which costs no use.
    synchronized void acknowledged(Interaction interaction, Params params) {
        for (Target target : targets.values()) {
            if (target.interaction == interaction) {
                answer(target, params);
                return;
            }
        }
    }

    private void answer(Target target, Params params) {
        params.all().fieldNames().forEachRemaining(given -> {
            if (!FIELDS.contains(given)) {
                world.violations().add(METHOD + ": " + given + " is not documented");
            }
        });
        SlackMessage original = target.original;
        if (params.flag("delete_original")) {
            if (original != null) {
                original.place().log().delete(original.ts());
            }
            return;
        }
        ObjectNode content = contents.of(METHOD, params, Limits.TEXT, false);
        if (params.flag("replace_original") && original != null && !original.isDeleted()) {
            SlackMessage changed = world.scenes().botEdits(original.now(), content);
            target.original = changed;
            target.interaction.replaced();
            return;
        }
        target.interaction.answered(say(target, params, content));
    }

    private SlackMessage say(Target target, Params params, ObjectNode content) {
        boolean all = params.text("response_type").equals("in_channel");
        if (!all && !List.of("", "ephemeral").contains(params.text("response_type"))) {
            world.violations().add(METHOD + ": response_type is " + params.text("response_type"));
        }
        if (all) {
            contents.demandNoUnfurling(METHOD, params);
        }
        return world.scenes().botSays(target.interaction.place(), params.text("thread_ts"), content,
                all ? null : target.interaction.person());
    }
}
