package dev.pilcrow.telegram.server;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pilcrow.standin.Json;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/// The presses of buttons that may still be answered. Thread-safe.
final class Presses {

    private static final Duration OLDEST = Duration.ofMinutes(1);
    private static final int LONGEST = 200;
    private static final int MOST = 10_000;

    private final World world;
    private long last = 4_382_915_000_000_000L;
    private final Map<String, Press> waiting = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Press> eldest) {
            return size() > MOST;
        }
    };

    Presses(World world) {
        this.world = world;
    }

    Press press(Account by, ChatMessage message, String data) {
        synchronized (world) {
            Press press = new Press(Long.toString(last += 7919), world.now());
            waiting.put(press.id(), press);
            ObjectNode query = Json.object().put("id", press.id()).put("data", data).put("chat_instance",
                    Long.toString(message.chat().id() * 31));
            query.set("from", by.json());
            query.set("message", Scenes.wire(message));
            world.updates().add("callback_query", query);
            return press;
        }
    }

    int waiting() {
        synchronized (world) {
            return waiting.size();
        }
    }

    void answer(Params params) {
        synchronized (world) {
            Press press = waiting.remove(params.text("callback_query_id"));
            if (press == null || press.at().plus(OLDEST).isBefore(world.now())) {
                throw Refusal.badRequest("query is too old and response timeout expired or query ID is invalid");
            }
            if (params.text("text").length() > LONGEST) {
                waiting.put(press.id(), press);
                throw Refusal.badRequest("MESSAGE_TOO_LONG");
            }
            press.answer(params.text("text"), params.flag("show_alert"));
        }
    }
}
