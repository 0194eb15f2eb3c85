package dev.pilcrow.telegram.server;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pilcrow.standin.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/// A chat: private, a group, a supergroup that may be a forum, or a channel. Thread-safe.
public final class Chat implements Where {

    /// What kinds of chats there are, as a chat's `type`.
    enum Kind {
        PRIVATE, GROUP, SUPERGROUP, CHANNEL
    }

    private final World world;
    private final long id;
    private final Kind kind;
    private final String title;
    private final boolean forum;
    private final Topics topics = new Topics();
    private final ChatLog log;
    private final AtomicInteger typing = new AtomicInteger();
    private volatile Standing standing = Standing.MEMBER;
    private volatile @Nullable Chat linked;
    private volatile @Nullable Chat movedTo;
    private volatile boolean gone;
    private volatile @Nullable Account person;
    private volatile @Nullable Set<String> reactions;
    private volatile String draft = "";

    Chat(World world, long id, Kind kind, String title, boolean forum) {
        this.world = world;
        this.id = id;
        this.kind = kind;
        this.title = title;
        this.forum = forum;
        log = new ChatLog(world.setup().kept());
    }

    @Override
    public Chat chat() {
        return this;
    }

    @Override
    public int topic() {
        return 0;
    }

    public long id() {
        return id;
    }

    /// What stands in it now, oldest first.
    public List<ChatMessage> messages() {
        return log.all();
    }

    /// What the bot has said in it and stands there now, oldest first.
    public List<ChatMessage> botMessages() {
        return messages().stream().filter(ChatMessage::byBot).toList();
    }

    /// What the bot has said in reply to a message.
    public List<ChatMessage> answersTo(ChatMessage message) {
        return botMessages().stream().filter(one -> one.replyTo() == message.id()).toList();
    }

    /// The newest message.
    public ChatMessage last() {
        return log.last().orElseThrow(() -> new AssertionError("nothing was said"));
    }

    /// The message with this number.
    public Optional<ChatMessage> find(int number) {
        return log.find(number);
    }

    /// Begins a topic.
    public Topic topic(String name) {
        return world.scenes().topic(this, name);
    }

    /// Puts a post into a channel; it is forwarded to the group with its comments.
    public ChatMessage post(String text) {
        return world.scenes().post(this, text);
    }

    /// The group with the comments on this channel's posts.
    public Chat discussion() {
        return world.scenes().discussion(this);
    }

    /// Lets the bot in, as an administrator if it is a channel.
    public void addsBot(Account by) {
        world.members().admit(this, by, kind == Kind.CHANNEL ? Standing.ADMINISTRATOR : Standing.MEMBER);
    }

    /// Makes the bot an administrator, who sees everything.
    public void promotesBot(Account by) {
        world.members().admit(this, by, Standing.ADMINISTRATOR);
    }

    /// Removes the bot.
    public void kicksBot(Account by) {
        world.members().remove(this, by);
    }

    /// Makes a supergroup of this group.
    public Chat migrates(Account by) {
        return world.members().migrate(this, by);
    }

    /// From now on nobody finds it.
    public void vanishes() {
        gone = true;
    }

    /// From now on only these emojis may be put on its messages.
    public void allowsReactions(String... emojis) {
        reactions = Set.of(emojis);
    }

    /// How often the bot was shown at work.
    public int typing() {
        return typing.get();
    }

    /// What stands in the draft that the bot is writing; empty when there is none.
    public String draft() {
        return draft;
    }

    void typed() {
        typing.incrementAndGet();
    }

    void draft(String text) {
        draft = text;
    }

    ChatLog log() {
        return log;
    }

    int nextId() {
        return kind == Kind.PRIVATE || kind == Kind.GROUP ? world.nextMessage() : log.next();
    }

    ObjectNode json() {
        ObjectNode json = Json.object().put("id", id).put("type", name());
        Account other = person;
        if (other != null) {
            json.put("first_name", other.firstName());
            json.setAll(other.usernameJson());
        } else {
            json.put("title", title);
        }
        if (forum) {
            json.put("is_forum", true);
        }
        return json;
    }

    /// As a chat's `type`.
    String name() {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    World world() {
        return world;
    }

    Kind kind() {
        return kind;
    }

    public String title() {
        return title;
    }

    boolean forum() {
        return forum;
    }

    boolean isGroup() {
        return kind == Kind.GROUP || kind == Kind.SUPERGROUP;
    }

    boolean gone() {
        return gone;
    }

    Topics topics() {
        return topics;
    }

    Standing standing() {
        return standing;
    }

    void standing(Standing standing) {
        this.standing = standing;
    }

    @Nullable
    Chat linked() {
        return linked;
    }

    void linked(Chat other) {
        linked = other;
    }

    @Nullable
    Chat movedTo() {
        return movedTo;
    }

    void movedTo(Chat other) {
        movedTo = other;
    }

    @Nullable
    Account person() {
        return person;
    }

    void person(Account other) {
        person = other;
    }

    /// What may be put on its messages; null for every emoji.
    @Nullable
    Set<String> reactions() {
        return reactions;
    }

    /// What was said, a line for each message.
    @Override
    public String toString() {
        List<String> lines = new ArrayList<>();
        messages().forEach(message -> lines.add(message.toString()));
        return String.join("\n", lines);
    }
}
