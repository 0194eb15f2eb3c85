package dev.pilcrow.slack.server;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pilcrow.standin.Json;
import java.util.List;
import java.util.Locale;

/// The methods that tell what there is.
final class Reading {

    private static final int USUAL = 100;

    private final World world;
    private final Targets targets;

    Reading(World world, Targets targets) {
        this.world = world;
        this.targets = targets;
    }

    ObjectNode authTest(Params params) {
        return Json.object().put("url", "https://pilcrow.slack.com/").put("team", "Pilcrow").put("user", "pilcrow")
                .put("team_id", World.TEAM).put("user_id", world.bot().id()).put("bot_id", World.BOT)
                .put("is_enterprise_install", false);
    }

    ObjectNode replies(Params params) {
        Place place = readable(params);
        String root = params.text("ts");
        targets.message(place, root, "thread_not_found");
        return page(place.thread(root), params);
    }

    ObjectNode history(Params params) {
        Place place = readable(params);
        return page(place.messages().stream().filter(
                message -> message.thread().isEmpty() || message.json().path("subtype").asText().equals(
                        "thread_broadcast"))
                .toList().reversed(), params);
    }

    private Place readable(Params params) {
        Place place = targets.place(params.text("channel"));
        world.scopes().demand(place.kind().scope() + ":history");
        return targets.readable(params.text("channel"));
    }

    private static ObjectNode page(List<SlackMessage> all, Params params) {
        List<SlackMessage> within = all.stream().filter(message -> isWithin(message.ts(), params)).toList();
        int from = params.number("cursor", 0);
        int limit = Math.clamp(params.number("limit", USUAL), 1, Limits.PAGE);
        ObjectNode page = Json.object();
        ArrayNode list = page.putArray("messages");
        within.stream().skip(from).limit(limit)
                .forEach(message -> list.add(wire(message, params.flag("include_all_metadata"))));
        boolean more = within.size() > from + limit;
        page.put("has_more", more);
        page.putObject("response_metadata").put("next_cursor", more ? "" + (from + limit) : "");
        return page;
    }

    private static boolean isWithin(String ts, Params params) {
        String oldest = params.text("oldest");
        String latest = params.text("latest");
        boolean inclusive = params.flag("inclusive");
        return (oldest.isEmpty() || ts.compareTo(oldest) > (inclusive ? -1 : 0))
                && (latest.isEmpty() || ts.compareTo(latest) < (inclusive ? 1 : 0));
    }

    /// A message as the Web API has it.
    static ObjectNode wire(SlackMessage message, boolean withMetadata) {
        ObjectNode json = message.json().deepCopy();
        if (!withMetadata) {
            json.remove("metadata");
        }
        List<SlackMessage> thread = message.thread().isEmpty() ? message.place().thread(message.ts()) : List.of();
        if (thread.size() > 1) {
            json.put("thread_ts", message.ts()).put("reply_count", thread.size() - 1).put("latest_reply",
                    thread.getLast().ts());
        }
        return json;
    }

    ObjectNode info(Params params) {
        Place place = targets.place(params.text("channel"));
        world.scopes().demand(place.kind().scope() + ":read");
        ObjectNode answer = Json.object();
        ObjectNode channel = answer.putObject("channel").put("id", place.id()).put("is_im",
                place.kind() == Place.Kind.DM).put("is_archived", place.archived());
        Person person = place.person();
        if (person == null) {
            channel.put("name", place.name()).put("is_member", place.botIsIn())
                    .put("is_private", place.kind() == Place.Kind.PRIVATE).put("is_channel", true);
        } else {
            channel.put("user", person.id());
        }
        return answer;
    }

    ObjectNode userInfo(Params params) {
        Person person = targets.person(params.text("user"));
        ObjectNode answer = Json.object();
        ObjectNode user = answer.putObject("user").put("id", person.id()).put("team_id", World.TEAM)
                .put("name", person.name().toLowerCase(Locale.ROOT)).put("real_name", person.name())
                .put("deleted", false).put("is_bot", person.isBot()).put("tz", "Etc/UTC");
        user.putObject("profile").put("real_name", person.name()).put("display_name", person.name());
        if (params.flag("include_locale")) {
            user.put("locale", person.locale());
        }
        return answer;
    }
}
