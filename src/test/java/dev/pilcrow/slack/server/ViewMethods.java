package dev.pilcrow.slack.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pilcrow.standin.Json;
import java.util.List;

/// The methods that show windows and homes.
final class ViewMethods {

    private final World world;
    private final Targets targets;

    ViewMethods(World world, Targets targets) {
        this.world = world;
        this.targets = targets;
    }

    ObjectNode open(Params params) {
        JsonNode view = checked("views.open", params, "modal");
        return done(world.views().show(world.triggers().take(params.text("trigger_id")), view));
    }

    ObjectNode push(Params params) {
        JsonNode view = checked("views.push", params, "modal");
        return done(world.views().push(world.triggers().take(params.text("trigger_id")), view));
    }

    ObjectNode update(Params params) {
        JsonNode view = checked("views.update", params, "modal");
        return done(world.views().update(params.text("view_id"), params.text("external_id"), params.text("hash"),
                view));
    }

    ObjectNode publish(Params params) {
        JsonNode view = checked("views.publish", params, "home");
        return done(world.views().publish(targets.person(params.text("user_id")), params.text("hash"), view));
    }

    private static ObjectNode done(View view) {
        return Json.object().set("view", view.json());
    }

    private JsonNode checked(String method, Params params, String type) {
        JsonNode view = params.tree("view", "invalid_arguments");
        List<String> broken = ViewRules.check(view, type);
        broken.forEach(what -> world.violations().add(method + ": " + what));
        Mentions.inBlocks(view.path("blocks"), world.setup().links())
                .forEach(found -> world.violations().add(method + ": " + found));
        if (!broken.isEmpty()) {
            throw new Refusal("invalid_arguments").because(broken);
        }
        if (view.toString().length() > Limits.VIEW_BYTES) {
            throw new Refusal("view_too_large");
        }
        return view;
    }
}
