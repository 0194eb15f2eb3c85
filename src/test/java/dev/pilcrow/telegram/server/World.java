package dev.pilcrow.telegram.server;

import dev.pilcrow.standin.Violations;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/// Everybody and everything that the server knows. What writes into a chat holds its lock, so that updates come in the
/// order of the messages. Thread-safe.
final class World {

    private static final long FIRST_PERSON = 5_000_000_000L;
    private static final long SUPERGROUPS = -1_000_000_000_000L;

    private final Setup setup;
    private final Account bot;
    private final UpdateQueue updates;
    private final Violations violations;
    private final Presses presses = new Presses(this);
    private final Scenes scenes = new Scenes(this);
    private final Members members = new Members(this);
    private final Map<Long, Chat> chats = new ConcurrentHashMap<>();
    private final Set<Long> deactivated = ConcurrentHashMap.newKeySet();
    private final AtomicLong lastAccount = new AtomicLong(FIRST_PERSON);
    private final AtomicLong lastGroup = new AtomicLong(1_600_000_000L);
    private final AtomicInteger lastMessage = new AtomicInteger(100);

    World(Setup setup) {
        this.setup = setup;
        violations = new Violations(setup.logged());
        updates = new UpdateQueue(setup.clock());
        long id = Long.parseLong(setup.token().substring(0, setup.token().indexOf(':')));
        bot = new Account(this, id, true, "Pilcrow", setup.username(), null, null);
    }

    Account account(String firstName, @Nullable String username, @Nullable String language, boolean isBot) {
        return new Account(this, lastAccount.incrementAndGet(), isBot, firstName, username, language, null);
    }

    /// The private chat of a person with the bot, which begins when it is first asked for.
    Chat dm(Account person) {
        return chats.computeIfAbsent(person.id(), id -> {
            Chat chat = new Chat(this, id, Chat.Kind.PRIVATE, person.firstName(), false);
            chat.person(person);
            return chat;
        });
    }

    Chat open(Chat.Kind kind, String title, boolean forum, Standing standing) {
        long number = lastGroup.incrementAndGet();
        Chat chat = new Chat(this, kind == Chat.Kind.GROUP ? -number : SUPERGROUPS - number, kind, title, forum);
        chat.standing(standing);
        chats.put(chat.id(), chat);
        return chat;
    }

    /// The chat with this id, or null.
    @Nullable
    Chat chat(long id) {
        return chats.get(id);
    }

    Iterable<Chat> chats() {
        return chats.values();
    }

    void deactivate(Account person) {
        deactivated.add(person.id());
    }

    boolean isDeactivated(Chat chat) {
        return deactivated.contains(chat.id());
    }

    int nextMessage() {
        return lastMessage.incrementAndGet();
    }

    Instant now() {
        return setup.clock().instant();
    }

    Setup setup() {
        return setup;
    }

    Account bot() {
        return bot;
    }

    UpdateQueue updates() {
        return updates;
    }

    Violations violations() {
        return violations;
    }

    Presses presses() {
        return presses;
    }

    Scenes scenes() {
        return scenes;
    }

    Members members() {
        return members;
    }
}
