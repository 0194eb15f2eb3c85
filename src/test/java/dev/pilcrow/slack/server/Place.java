package dev.pilcrow.slack.server;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pilcrow.standin.Json;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A channel, or the conversation of a person with the bot. Thread-safe.
public final class Place {

    /// What kinds of places there are, with what Slack calls them in events and in scopes.
    enum Kind {
        CHANNEL("channel", "channels"), PRIVATE("group", "groups"), DM("im", "im");

        private final String type;
        private final String scope;

        Kind(String type, String scope) {
            this.type = type;
            this.scope = scope;
        }

        String type() {
            return type;
        }

        String scope() {
            return scope;
        }
    }

    private final World world;
    private final String id;
    private final String name;
    private final Kind kind;
    private final @Nullable Person person;
    private final MessageLog log;
    private final Sessions sessions;
    private volatile boolean botIsIn;
    private volatile boolean archived;

    Place(World world, String id, String name, Kind kind, @Nullable Person person, boolean botIsIn) {
        this.world = world;
        this.id = id;
        this.name = name;
        this.kind = kind;
        this.person = person;
        this.botIsIn = botIsIn;
        log = new MessageLog(world.setup().kept());
        sessions = new Sessions(world);
    }

    public String id() {
        return id;
    }

    public String name() {
        return name;
    }

    /// What stands in it now for everybody, in threads too, oldest first.
    public List<SlackMessage> messages() {
        return log.all();
    }

    /// What the bot has said in it and stands there now, oldest first.
    public List<SlackMessage> botMessages() {
        return messages().stream().filter(SlackMessage::byBot).toList();
    }

    /// The message with this number and what is in its thread, oldest first.
    public List<SlackMessage> thread(String root) {
        return log.thread(root);
    }

    /// What only this person sees, oldest first.
    public List<SlackMessage> ephemeral(Person to) {
        return log.ephemeral(to);
    }

    /// The newest message.
    public SlackMessage last() {
        List<SlackMessage> all = messages();
        if (all.isEmpty()) {
            throw new AssertionError("nothing was said");
        }
        return all.getLast();
    }

    public Optional<SlackMessage> find(String ts) {
        return log.find(ts);
    }

    /// What the bot is shown doing, what its threads are called, and what it suggests to ask.
    public Sessions sessions() {
        return sessions;
    }

    /// Lets the bot in.
    public void addsBot(Person by) {
        world.members().add(this, by);
    }

    /// Removes the bot.
    public void kicksBot(Person by) {
        world.members().remove(this, by);
    }

    /// From now on nothing can be written in it.
    public void archives(Person by) {
        world.members().archive(this, by);
    }

    World world() {
        return world;
    }

    MessageLog log() {
        return log;
    }

    Kind kind() {
        return kind;
    }

    /// Whose conversation it is; null for a channel.
    @Nullable
    Person person() {
        return person;
    }

    boolean botIsIn() {
        return botIsIn;
    }

    void botIsIn(boolean in) {
        botIsIn = in;
    }

    boolean archived() {
        return archived;
    }

    void archive() {
        archived = true;
    }

    /// As interactions name it.
    ObjectNode json() {
        return Json.object().put("id", id).put("name", kind == Kind.DM ? "directmessage" : name);
    }

    /// What was said, a line for each message.
    @Override
    public String toString() {
        return messages().stream().map(SlackMessage::toString).collect(Collectors.joining("\n"));
    }
}
