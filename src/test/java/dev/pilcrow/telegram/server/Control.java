package dev.pilcrow.telegram.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import dev.pilcrow.standin.Answer;
import dev.pilcrow.standin.Front;
import dev.pilcrow.standin.Json;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Lets another process play the people: `/control/says`, `/control/presses`, `/control/messages`, `/control/state`,
/// `/control/restart-ids`, `/control/offline`. Each takes a JSON object and gives one. Thread-safe.
final class Control {

    static final String PATH = "/control/";
    private static final int BIGGEST = 1 << 20;

    private final TelegramServer server;
    private final World world;
    private final Map<String, Account> people = new ConcurrentHashMap<>();
    private final Map<String, Chat> groups = new ConcurrentHashMap<>();

    Control(TelegramServer server, World world) {
        this.server = server;
        this.world = world;
    }

    void handle(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readNBytes(BIGGEST);
        String wish = exchange.getRequestURI().getPath().substring(PATH.length());
        try {
            JsonNode given = body.length == 0 ? Json.object() : Json.read(body);
            Front.send(exchange, new Answer(200, answer(wish, given)));
        } catch (IOException | RuntimeException | AssertionError e) {
            Front.send(exchange, new Answer(400, Json.object().put("error", String.valueOf(e.getMessage()))));
        }
    }

    private JsonNode answer(String wish, JsonNode given) {
        return switch (wish) {
            case "says" -> says(given);
            case "presses" -> presses(given);
            case "messages" -> messages(given);
            case "state" -> state();
            case "restart-ids" -> {
                server.restartIdsAt(given.path("at").asInt());
                yield Json.object();
            }
            case "offline" -> offline(given.path("millis").asLong());
            default -> throw new IllegalArgumentException("no such wish: " + wish);
        };
    }

    /// `{person, language?, group? | forum? (a title, made when it is new), text, reply? (a message's number)}`
    private JsonNode says(JsonNode given) {
        Account person = person(given);
        Chat chat = chat(given, person);
        ChatMessage message = given.has("reply")
                ? person.replies(chat.find(given.path("reply").asInt()).orElseThrow(), given.path("text").asText())
                : person.says(chat, given.path("text").asText());
        return json(message);
    }

    /// `{person, group?, message (its number), label}`
    private JsonNode presses(JsonNode given) {
        Account person = person(given);
        ChatMessage message = chat(given, person).find(given.path("message").asInt()).orElseThrow();
        return Json.object().put("press", person.presses(message, given.path("label").asText()).id());
    }

    /// `{person, group?, after? (a message's number)}`
    private JsonNode messages(JsonNode given) {
        ArrayNode list = Json.array();
        int after = given.path("after").asInt();
        chat(given, person(given)).messages().stream().filter(message -> message.id() > after)
                .forEach(message -> list.add(json(message)));
        return Json.object().set("messages", list);
    }

    private JsonNode state() {
        ObjectNode state = Json.object().put("pending", server.pending());
        ObjectNode counts = state.putObject("counts");
        server.counts().forEach(counts::put);
        state.set("tally", server.tally().json());
        ArrayNode violations = state.putArray("violations");
        server.violations().forEach(violations::add);
        Runtime runtime = Runtime.getRuntime();
        return state.put("heap", runtime.totalMemory() - runtime.freeMemory());
    }

    /// `{millis}`: cut off from the network for so long.
    private JsonNode offline(long millis) {
        Thread.ofVirtual().start(() -> {
            try {
                Thread.sleep(100);
                server.offline(true);
                Thread.sleep(millis);
                server.offline(false);
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        });
        return Json.object();
    }

    private Account person(JsonNode given) {
        return people.computeIfAbsent(given.path("person").asText(),
                name -> server.person(name, given.path("language").asText("en")));
    }

    private Chat chat(JsonNode given, Account person) {
        if (given.has("group")) {
            return groups.computeIfAbsent(given.path("group").asText(), server::supergroup);
        }
        return given.has("forum")
                ? groups.computeIfAbsent(given.path("forum").asText(), server::forum)
                : world.dm(person);
    }

    private static ObjectNode json(ChatMessage message) {
        ObjectNode json = Json.object().put("id", message.id()).put("chat", message.chat().id())
                .put("by_bot", message.byBot()).put("text", message.text()).put("reply_to", message.replyTo())
                .put("edits", message.edits()).put("thread", message.thread());
        ArrayNode buttons = json.putArray("buttons");
        message.buttons().forEach(buttons::add);
        return json;
    }
}
