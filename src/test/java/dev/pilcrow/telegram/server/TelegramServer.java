package dev.pilcrow.telegram.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pilcrow.standin.Fault;
import dev.pilcrow.standin.Faults;
import dev.pilcrow.standin.Front;
import dev.pilcrow.standin.Request;
import dev.pilcrow.standin.RequestLog;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// Telegram, as far as a bot and the people who write to it see it: a Bot API server on the loopback address with the
/// rules of the official one, and the chats behind it. Thread-safe.
public final class TelegramServer implements AutoCloseable {

    private static final long ANONYMOUS_ADMINISTRATOR = 1_087_968_824;
    private static final long CHANNEL_IDENTITY = 136_817_688;

    private final World world;
    private final RequestLog log;
    private final Faults faults = new Faults();
    private final Methods methods;
    private final Front front;

    private TelegramServer(Setup setup) {
        world = new World(setup);
        log = new RequestLog(setup.logged());
        methods = new Methods(world);
        BotApi api = new BotApi(world, methods, faults, log);
        Control control = new Control(this, world);
        front = new Front(setup.port(), exchange -> {
            if (exchange.getRequestURI().getPath().startsWith(Control.PATH)) {
                control.handle(exchange);
            } else {
                api.handle(exchange);
            }
        });
    }

    /// Starts a server on a free port.
    public static TelegramServer start() {
        return start(Setup.usual());
    }

    public static TelegramServer start(Setup setup) {
        return new TelegramServer(setup);
    }

    /// Its address, without a slash at its end.
    public String url() {
        return "http://127.0.0.1:" + front.port();
    }

    public int port() {
        return front.port();
    }

    public String token() {
        return world.setup().token();
    }

    public Account bot() {
        return world.bot();
    }

    /// Somebody whose app is in a language, as `language_code`; null for one who does not tell.
    public Account person(String firstName, @Nullable String language) {
        return world.account(firstName, null, language, false);
    }

    /// Another bot.
    public Account otherBot(String username) {
        return world.account(username, username, null, true);
    }

    /// The administrator of a group whom nobody knows by name.
    public Account anonymousAdministrator(Chat group) {
        return new Account(world, ANONYMOUS_ADMINISTRATOR, true, "Group", "GroupAnonymousBot", null, group);
    }

    /// Somebody who writes in groups in the name of a channel.
    public Account channelIdentity(Chat channel) {
        return new Account(world, CHANNEL_IDENTITY, true, "Channel", "Channel_Bot", null, channel);
    }

    /// The private chat of a person with the bot.
    public Chat dm(Account person) {
        return world.dm(person);
    }

    /// A group of the old kind with the bot in it.
    public Chat group(String title) {
        return world.open(Chat.Kind.GROUP, title, false, Standing.MEMBER);
    }

    /// A group with the bot in it.
    public Chat supergroup(String title) {
        return world.open(Chat.Kind.SUPERGROUP, title, false, Standing.MEMBER);
    }

    /// A group without the bot.
    public Chat strangeGroup(String title) {
        return world.open(Chat.Kind.SUPERGROUP, title, false, Standing.OUT);
    }

    /// A group with topics and with the bot in it.
    public Chat forum(String title) {
        return world.open(Chat.Kind.SUPERGROUP, title, true, Standing.MEMBER);
    }

    /// A channel without the bot.
    public Chat channel(String title) {
        return world.open(Chat.Kind.CHANNEL, title, false, Standing.OUT);
    }

    /// Hands over an update as it is, even one that makes no sense; it is given a number unless it has one.
    public void deliver(JsonNode update) {
        world.updates().add((ObjectNode) update);
    }

    /// Hands over a message again, under a new number.
    public void redeliver(ChatMessage message) {
        world.updates().add("message", Scenes.wire(message));
    }

    /// How many presses of buttons the bot has not answered.
    public int waitingPresses() {
        return world.presses().waiting();
    }

    /// How many updates the bot has not confirmed.
    public int pending() {
        return world.updates().size();
    }

    /// From now on updates are numbered from here; none may be waiting.
    public void restartIdsAt(int number) {
        world.updates().restartAt(number);
    }

    /// How often people's messages were answered.
    public Tally tally() {
        return Tally.of(world.chats());
    }

    /// The newest requests, in the order in which they came.
    public List<Request> sent() {
        return log.all();
    }

    /// The newest requests of one method.
    public List<Request> sent(String method) {
        return log.all().stream().filter(request -> request.method().equals(method)).toList();
    }

    /// How many requests there were in all, by method.
    public Map<String, Integer> counts() {
        return log.counts();
    }

    /// What the bot did that the documents do not allow.
    public List<String> violations() {
        return world.violations().all();
    }

    /// The emojis that the bot has put on a message.
    public List<String> reactions(ChatMessage message) {
        return message.chat().log().signs(message.id());
    }

    /// The commands that apps show.
    ///
    /// @param scope the type of the scope, such as `all_private_chats`
    /// @param language two letters; empty for people of all other languages
    public List<String> commands(String scope, String language) {
        return methods.commanding().commands(scope, language);
    }

    /// What goes wrong with the next requests of a method, one fault each.
    public void fail(String method, Fault... next) {
        faults.add(method, List.of(next));
    }

    /// From now on goes wrong with this share of a method's requests.
    public void failAtRandom(String method, double share, RandomGenerator random, Fault... any) {
        faults.risk(method, share, List.of(any), random);
    }

    /// Nothing goes wrong any more.
    public void heal() {
        faults.clear();
    }

    /// Breaks all connections and refuses new ones, or takes them again.
    public void offline(boolean cut) {
        front.offline(cut);
    }

    /// Leaves all requests without an answer, or answers them.
    public void hang(boolean hangs) {
        front.hang(hangs);
    }

    @Override
    public void close() {
        methods.close();
        front.close();
    }
}
