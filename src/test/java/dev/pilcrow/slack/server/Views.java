package dev.pilcrow.slack.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pilcrow.standin.Json;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// The windows that are open, one over the other, and the homes. Thread-safe.
final class Views {

    private static final int DEEPEST = 3;

    private final World world;
    private final Map<String, Deque<View>> open = new HashMap<>();
    private final Map<String, View> homes = new HashMap<>();

    Views(World world) {
        this.world = world;
    }

    synchronized Optional<View> open(Person person) {
        return Optional.ofNullable(stack(person).peek());
    }

    synchronized Optional<View> home(Person person) {
        return Optional.ofNullable(homes.get(person.id()));
    }

    /// Opens a window in place of all others.
    synchronized View show(Person person, JsonNode given) {
        stack(person).clear();
        return push(person, given);
    }

    synchronized View push(Person person, JsonNode given) {
        Deque<View> stack = stack(person);
        if (stack.size() >= DEEPEST) {
            throw new Refusal("push_limit_reached");
        }
        String id = world.id("V");
        String root = stack.isEmpty() ? id : stack.getLast().id();
        View view = new View(person, full(given, id, root), Json.object());
        stack.push(view);
        return view;
    }

    /// Changes a view, wherever it is in its stack.
    ///
    /// @param hash empty when it does not matter
    synchronized View update(String id, String externalId, String hash, JsonNode given) {
        for (Deque<View> stack : open.values()) {
            for (View view : stack) {
                if (isMeant(view, id, externalId)) {
                    View changed = change(view, hash, given);
                    Deque<View> copy = new ArrayDeque<>();
                    stack.forEach(one -> copy.add(one.id().equals(view.id()) ? changed : one));
                    stack.clear();
                    stack.addAll(copy);
                    return changed;
                }
            }
        }
        for (View home : homes.values()) {
            if (isMeant(home, id, externalId)) {
                View changed = change(home, hash, given);
                homes.put(home.person().id(), changed);
                return changed;
            }
        }
        throw new Refusal("not_found");
    }

    synchronized View publish(Person person, String hash, JsonNode given) {
        View old = homes.get(person.id());
        View view = old == null
                ? new View(person, full(given, world.id("V"), ""), Json.object())
                : change(old, hash, given);
        homes.put(person.id(), view);
        return view;
    }

    /// Closes the topmost window.
    synchronized void pop(Person person) {
        stack(person).poll();
    }

    synchronized void clear(Person person) {
        stack(person).clear();
    }

    /// What the bot answered to a form that was sent.
    synchronized void answered(View view, JsonNode said) {
        JsonNode next = said.path("view");
        switch (said.path("response_action").asText()) {
            case "errors" -> {
                pop(view.person());
                stack(view.person()).push(new View(view.person(), view.json(), said.path("errors")));
            }
            case "update" -> update(view.id(), "", "", next);
            case "push" -> push(view.person(), next);
            case "clear" -> clear(view.person());
            default -> pop(view.person());
        }
    }

    private static boolean isMeant(View view, String id, String externalId) {
        return view.id().equals(id)
                || !externalId.isEmpty() && view.json().path("external_id").asText().equals(externalId);
    }

    private View change(View view, String hash, JsonNode given) {
        if (!hash.isEmpty() && !hash.equals(view.json().path("hash").asText())) {
            throw new Refusal("hash_conflict");
        }
        String root = view.json().path("root_view_id").asText();
        return new View(view.person(), full(given, view.id(), root), Json.object());
    }

    private ObjectNode full(JsonNode given, String id, String root) {
        ObjectNode view = given.deepCopy();
        view.set("blocks", new Contents(world).named(given.path("blocks")));
        view.put("id", id).put("team_id", World.TEAM).put("app_id", World.APP).put("bot_id", World.BOT)
                .put("hash", world.ts() + "." + world.id("h")).put("root_view_id", root)
                .put("app_installed_team_id", World.TEAM);
        if (!view.has("callback_id")) {
            view.put("callback_id", "");
        }
        if (!view.has("private_metadata")) {
            view.put("private_metadata", "");
        }
        view.putObject("state").putObject("values");
        return view;
    }

    private Deque<View> stack(Person person) {
        return open.computeIfAbsent(person.id(), _ -> new ArrayDeque<>());
    }
}
