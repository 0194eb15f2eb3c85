package dev.pilcrow.slack.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pilcrow.standin.Fault;
import dev.pilcrow.standin.Faults;
import dev.pilcrow.standin.Front;
import dev.pilcrow.standin.Request;
import dev.pilcrow.standin.RequestLog;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/// Slack, as far as a bot and the people who write to it see it: a Web API, Socket Mode and signed requests on the
/// loopback address with the rules of the real one, and the places behind it. Thread-safe.
public final class SlackServer implements AutoCloseable {

    private final World world;
    private final RequestLog log;
    private final Faults faults = new Faults();
    private final Sockets sockets;
    private final Front front;

    private SlackServer(Setup setup) {
        world = new World(setup);
        log = new RequestLog(setup.logged());
        sockets = new Sockets(world);
        WebApi api = new WebApi(world, new Methods(world, sockets), faults, log);
        Control control = new Control(this);
        front = new Front(setup.port(), exchange -> {
            if (exchange.getRequestURI().getPath().startsWith(Control.PATH)) {
                control.handle(exchange);
            } else {
                api.handle(exchange);
            }
        });
        world.url(url());
        world.deliveries().carrier(sockets);
    }

    /// Starts a server on a free port.
    public static SlackServer start() {
        return start(Setup.usual());
    }

    public static SlackServer start(Setup setup) {
        return new SlackServer(setup);
    }

    /// Its address, without a slash at its end.
    public String url() {
        return "http://127.0.0.1:" + front.port();
    }

    /// Where the methods of the Web API are, with a slash at its end.
    public String api() {
        return url() + "/api/";
    }

    public int port() {
        return front.port();
    }

    public Setup setup() {
        return world.setup();
    }

    public Person bot() {
        return world.bot();
    }

    /// The id of the workspace.
    public String team() {
        return World.TEAM;
    }

    /// @param locale such as `en-US`
    public Person person(String name, String locale) {
        return world.person(name, locale, false);
    }

    /// Another bot.
    public Person otherBot(String name) {
        return world.person(name, "en-US", true);
    }

    /// The conversation of a person with the bot.
    public Place dm(Person person) {
        return world.dm(person);
    }

    /// A channel with the bot in it.
    public Place channel(String name) {
        return world.open(Place.Kind.CHANNEL, name, true);
    }

    /// A channel without the bot.
    public Place strangeChannel(String name) {
        return world.open(Place.Kind.CHANNEL, name, false);
    }

    /// A private channel with the bot in it.
    public Place privateChannel(String name) {
        return world.open(Place.Kind.PRIVATE, name, true);
    }

    /// Tells the bot of an event as it is, even one that makes no sense, in the frame of all events.
    public void deliver(JsonNode event) {
        world.events().deliver((ObjectNode) event);
    }

    /// From now on everything goes to this address in signed requests, if the bot knows the address as its own.
    public void postTo(URI address) {
        RequestUrl url = new RequestUrl(world, address);
        if (!url.verifies()) {
            throw new AssertionError("Your URL didn't respond with the value of the challenge parameter.");
        }
        world.deliveries().carrier(url);
    }

    /// How many sockets are open.
    public int connections() {
        return sockets.size();
    }

    /// How many sockets were ever opened.
    public int opened() {
        return sockets.opened();
    }

    /// Asks the bot for new sockets.
    ///
    /// @param reason `warning`, after which the old ones stay open, or `refresh_requested`
    public void refresh(String reason) {
        sockets.refresh(reason);
    }

    /// Breaks all sockets without a word.
    public void cut() {
        sockets.cut();
    }

    /// How much the bot was not told of, or has not acknowledged, and is not given up.
    public int pending() {
        return world.deliveries().pending();
    }

    /// How fast the bot acknowledged.
    public Acks acks() {
        return world.deliveries().acks();
    }

    /// How often people's messages were answered.
    public Tally tally() {
        return Tally.of(world.places(), world.bot().mention());
    }

    /// The newest requests, in the order in which they came.
    public List<Request> sent() {
        return log.all();
    }

    /// The newest requests of one method, or of `response_url`.
    public List<Request> sent(String method) {
        return log.all().stream().filter(request -> request.method().equals(method)).toList();
    }

    /// How many requests there were in all, by method.
    public Map<String, Integer> counts() {
        return log.counts();
    }

    /// What the bot did that the documents do not allow, and every mention or link that it tried to make.
    public List<String> violations() {
        return world.violations().all();
    }

    /// What goes wrong with the next requests of a method, or of `response_url`, one fault each.
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

    /// Breaks all connections and sockets and refuses new ones, or takes them again.
    public void offline(boolean away) {
        front.offline(away);
        sockets.offline(away);
    }

    /// Leaves all requests without an answer and all sockets silent, or answers and speaks.
    public void hang(boolean hangs) {
        front.hang(hangs);
        sockets.hang(hangs);
    }

    @Override
    public void close() {
        world.deliveries().close();
        sockets.close();
        front.close();
    }
}
