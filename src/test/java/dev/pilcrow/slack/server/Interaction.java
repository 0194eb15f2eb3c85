package dev.pilcrow.slack.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pilcrow.standin.Json;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Something that a person did other than saying something, and what came of it. Thread-safe.
public final class Interaction {

    private final Person person;
    private final @Nullable Place place;
    private final List<SlackMessage> answers = new ArrayList<>();
    private ObjectNode payload = Json.object();
    private @Nullable JsonNode said;
    private boolean failed;
    private int replacements;

    Interaction(Person person, @Nullable Place place) {
        this.person = person;
        this.place = place;
    }

    public Person person() {
        return person;
    }

    Place place() {
        if (place == null) {
            throw new AssertionError("it was in no place");
        }
        return place;
    }

    /// Has the bot acknowledged it?
    public synchronized boolean isAcked() {
        return said != null;
    }

    /// Did the bot not acknowledge it in time, so that the person was told that it failed?
    public synchronized boolean hasFailed() {
        return failed;
    }

    /// What the bot said when it acknowledged; an empty object for nothing.
    public synchronized JsonNode said() {
        return said == null ? Json.object() : said;
    }

    /// The messages that came by its address, as they are now, without those that were deleted.
    public synchronized List<SlackMessage> answers() {
        return answers.stream().filter(message -> !message.isDeleted()).map(SlackMessage::now).toList();
    }

    /// How often its address was used to replace a message.
    public synchronized int replacements() {
        return replacements;
    }

    public String responseUrl() {
        return payload().path("response_url").asText();
    }

    public String triggerId() {
        return payload().path("trigger_id").asText();
    }

    /// What the bot was told.
    public synchronized ObjectNode payload() {
        return payload;
    }

    synchronized void payload(ObjectNode told) {
        payload = told;
    }

    synchronized void answered(SlackMessage message) {
        answers.add(message);
    }

    synchronized void replaced() {
        replacements++;
    }

    synchronized void ended(@Nullable JsonNode answer) {
        said = answer;
        failed = answer == null;
    }
}
