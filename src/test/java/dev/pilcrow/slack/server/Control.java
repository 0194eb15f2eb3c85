package dev.pilcrow.slack.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import dev.pilcrow.standin.Answer;
import dev.pilcrow.standin.Front;
import dev.pilcrow.standin.Json;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Lets another process play the people: `/control/says`, `/control/command`, `/control/presses`, `/control/answers`,
/// `/control/messages`, `/control/ephemeral`, `/control/state`, `/control/offline`. Each takes a JSON object and gives one. Thread-safe.
final class Control {

    static final String PATH = "/control/";
    private static final int BIGGEST = 1 << 20;
    private static final int MOST = 1_000;

    private final SlackServer server;
    private final Map<String, Person> people = new ConcurrentHashMap<>();
    private final Map<String, Place> channels = new ConcurrentHashMap<>();
    private final Map<String, Interaction> done = Collections.synchronizedMap(new Newest<>(MOST));

    Control(SlackServer server) {
        this.server = server;
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
            // {person, channel?, command, text}; {person, channel?, message (its number), label}; both give an id
            case "command" -> remembered(person(given).command(place(given), given.path("command").asText(),
                    given.path("text").asText()));
            case "presses" -> remembered(person(given).presses(
                    place(given).find(given.path("message").asText()).orElseThrow(), given.path("label").asText()));
            // {interaction (the id)}; {person, channel?, after? (a message's number)}
            case "answers" -> list(done.get(given.path("interaction").asText()).answers());
            case "messages" -> list(place(given).messages().stream()
                    .filter(message -> message.ts().compareTo(given.path("after").asText()) > 0).toList());
            case "ephemeral" -> list(place(given).ephemeral(person(given)));
            case "state" -> state();
            case "offline" -> offline(given.path("millis").asLong());
            default -> throw new IllegalArgumentException("no such wish: " + wish);
        };
    }

    /// `{person, locale?, channel? (a name; it is made when it is new), text, asks? (with the bot's name), thread?}`
    private JsonNode says(JsonNode given) {
        Person person = person(given);
        String text = (given.path("asks").asBoolean() ? server.bot().mention() + " " : "")
                + given.path("text").asText();
        return json(person.says(place(given), given.path("thread").asText(), text));
    }

    private JsonNode remembered(Interaction interaction) {
        done.put(interaction.triggerId(), interaction);
        return Json.object().put("interaction", interaction.triggerId());
    }

    private JsonNode state() {
        ObjectNode state = Json.object().put("pending", server.pending()).put("connections", server.connections());
        ObjectNode counts = state.putObject("counts");
        server.counts().forEach(counts::put);
        state.set("tally", server.tally().json());
        state.putObject("acks").put("all", server.acks().all().size()).put("late", server.acks().late())
                .put("failed", server.acks().failed()).put("lost", server.acks().lost());
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

    private Person person(JsonNode given) {
        return people.computeIfAbsent(given.path("person").asText(),
                name -> server.person(name, given.path("locale").asText("en-US")));
    }

    private Place place(JsonNode given) {
        return given.has("channel")
                ? channels.computeIfAbsent(given.path("channel").asText(), server::channel)
                : server.dm(person(given));
    }

    private static JsonNode list(List<SlackMessage> messages) {
        ArrayNode list = Json.array();
        messages.forEach(message -> list.add(json(message)));
        return Json.object().set("messages", list);
    }

    private static ObjectNode json(SlackMessage message) {
        ObjectNode json = Json.object().put("ts", message.ts()).put("channel", message.place().id())
                .put("thread", message.thread()).put("by_bot", message.byBot()).put("text", message.text())
                .put("edits", message.edits());
        ArrayNode buttons = json.putArray("buttons");
        message.buttons().forEach(buttons::add);
        return json;
    }
}
