package dev.pilcrow.slack.server;

import dev.pilcrow.standin.Violations;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/// Everybody and everything that the server knows. What writes into a place holds its lock, so that events come in the
/// order of the messages. Thread-safe.
final class World {

    static final String TEAM = "T07PILCROW";
    static final String APP = "A07PILCROW";
    static final String BOT = "B07PILCROW";
    private static final long FIRST = 36L * 36 * 36 * 36 * 36;

    private final Setup setup;
    private final Violations violations;
    private final Scopes scopes;
    private final Person bot;
    private final Deliveries deliveries;
    private final Events events = new Events(this);
    private final Scenes scenes = new Scenes(this);
    private final Members members = new Members(this);
    private final Triggers triggers = new Triggers(this);
    private final ResponseUrls responses;
    private final Views views = new Views(this);
    private final Interactions interactions = new Interactions(this);
    private final Map<String, Place> places = new ConcurrentHashMap<>();
    private final Map<String, Person> people = new ConcurrentHashMap<>();
    private final AtomicLong lastId = new AtomicLong(FIRST);
    private final AtomicLong lastTs = new AtomicLong();
    private volatile String url = "";

    World(Setup setup) {
        this.setup = setup;
        violations = new Violations(setup.logged());
        scopes = new Scopes(setup.scopes());
        deliveries = new Deliveries(setup, violations);
        responses = new ResponseUrls(this);
        bot = new Person(this, "U07PILCROW", "Pilcrow", "en-US", true);
        people.put(bot.id(), bot);
    }

    Person person(String name, String locale, boolean isBot) {
        Person person = new Person(this, id("U"), name, locale, isBot);
        people.put(person.id(), person);
        return person;
    }

    /// The conversation of a person with the bot, which begins when it is first asked for.
    Place dm(Person person) {
        return places.computeIfAbsent("D" + person.id().substring(1),
                id -> new Place(this, id, person.name(), Place.Kind.DM, person, true));
    }

    Place open(Place.Kind kind, String name, boolean botIsIn) {
        Place place = new Place(this, id("C"), name, kind, null, botIsIn);
        places.put(place.id(), place);
        return place;
    }

    /// The place with this id, or the conversation with the person who has it; null for none.
    @Nullable
    Place place(String id) {
        Person person = id.startsWith("U") ? people.get(id) : null;
        return person == null ? places.get(id) : dm(person);
    }

    @Nullable
    Person person(String id) {
        return people.get(id);
    }

    Collection<Place> places() {
        return places.values();
    }

    /// A new id that begins so.
    String id(String prefix) {
        return prefix + "0" + Long.toString(lastId.incrementAndGet(), 36).toUpperCase(Locale.ROOT);
    }

    /// The number of a new message.
    String ts() {
        long micros = ChronoUnit.MICROS.between(Instant.EPOCH, now());
        long next = lastTs.updateAndGet(last -> Math.max(last + 1, micros));
        return "%d.%06d".formatted(next / 1_000_000, next % 1_000_000);
    }

    Instant now() {
        return setup.clock().instant();
    }

    void url(String address) {
        url = address;
    }

    String url() {
        return url;
    }

    Setup setup() {
        return setup;
    }

    Scopes scopes() {
        return scopes;
    }

    Person bot() {
        return bot;
    }

    Violations violations() {
        return violations;
    }

    Deliveries deliveries() {
        return deliveries;
    }

    Events events() {
        return events;
    }

    Scenes scenes() {
        return scenes;
    }

    Members members() {
        return members;
    }

    Triggers triggers() {
        return triggers;
    }

    ResponseUrls responses() {
        return responses;
    }

    Views views() {
        return views;
    }

    Interactions interactions() {
        return interactions;
    }
}
