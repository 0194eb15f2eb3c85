package dev.pilcrow.slack.server;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;

/// How a server is set up.
///
/// @param port where it listens; 0 for any free port
/// @param secrets what the bot and the server know of each other
/// @param scopes what the bot may do and see
/// @param order in which order a mention's two events come
/// @param links the beginnings of the addresses that the bot may link to
/// @param paced does the bot get `ratelimited` when it sends more than is published?
/// @param clock tells the dates, and when triggers, addresses and deliveries are too old
/// @param patience how long the bot may take to acknowledge
/// @param retries how long after each failed delivery the next one comes
/// @param kept how many messages a place keeps
/// @param logged how many requests, acknowledgements and violations are kept
public record Setup(int port, Secrets secrets, Set<String> scopes, Order order, List<String> links, boolean paced,
        InstantSource clock, Duration patience, List<Duration> retries, int kept, int logged) {

    /// The secrets of [#usual], which must be found nowhere but where they belong.
    public static final Secrets CANARY = new Secrets("xoxb-770000000001-CanaryOfPilcrowThatNobodySees",
            "xapp-1-A07PILCROW-770000000002-canaryofpilcrowthatnobodysees", "ca7a4900d15ea5e0ca7a4900d15ea5e0");

    /// @param botToken opens the Web API
    /// @param appToken opens sockets
    /// @param signing what requests to the bot are signed with
    public record Secrets(String botToken, String appToken, String signing) {

        public Secrets {
            if (!botToken.matches("xoxb-\\S{16,}") || !appToken.matches("xapp-\\S{16,}")) {
                throw new IllegalArgumentException("not the form of tokens");
            }
        }

        @Override
        public String toString() {
            return "Secrets";
        }
    }

    /// In which order the two events of a mention in a channel come.
    public enum Order {
        MENTION_FIRST, MESSAGE_FIRST, SHUFFLED
    }

    public Setup {
        scopes = Set.copyOf(scopes);
        links = List.copyOf(links);
        retries = List.copyOf(retries);
    }

    /// Any free port, all scopes, no pace, the retries that are documented.
    public static Setup usual() {
        return new Setup(0, CANARY, Scopes.ALL, Order.MENTION_FIRST, List.of(), false, InstantSource.system(),
                Duration.ofSeconds(3), List.of(Duration.ZERO, Duration.ofMinutes(1), Duration.ofMinutes(5)), 20_000,
                20_000);
    }

    public Setup port(int port) {
        return new Setup(port, secrets, scopes, order, links, paced, clock, patience, retries, kept, logged);
    }

    public Setup secrets(Secrets secrets) {
        return new Setup(port, secrets, scopes, order, links, paced, clock, patience, retries, kept, logged);
    }

    public Setup scopes(Set<String> scopes) {
        return new Setup(port, secrets, scopes, order, links, paced, clock, patience, retries, kept, logged);
    }

    public Setup order(Order order) {
        return new Setup(port, secrets, scopes, order, links, paced, clock, patience, retries, kept, logged);
    }

    public Setup links(String... prefixes) {
        return new Setup(port, secrets, scopes, order, List.of(prefixes), paced, clock, patience, retries, kept,
                logged);
    }

    public Setup paced(boolean paced) {
        return new Setup(port, secrets, scopes, order, links, paced, clock, patience, retries, kept, logged);
    }

    public Setup clock(InstantSource clock) {
        return new Setup(port, secrets, scopes, order, links, paced, clock, patience, retries, kept, logged);
    }

    public Setup patience(Duration patience) {
        return new Setup(port, secrets, scopes, order, links, paced, clock, patience, retries, kept, logged);
    }

    public Setup retries(Duration... retries) {
        return new Setup(port, secrets, scopes, order, links, paced, clock, patience, List.of(retries), kept, logged);
    }

    public Setup keeping(int kept, int logged) {
        return new Setup(port, secrets, scopes, order, links, paced, clock, patience, retries, kept, logged);
    }
}
