package dev.pilcrow.telegram.server;

import java.time.Duration;
import java.time.InstantSource;

/// How a server is set up.
///
/// @param port where it listens; 0 for any free port
/// @param token the bot's token, whose digits are the bot's id
/// @param username the bot's name after the @
/// @param privacy does the bot see in groups only what is meant for it?
/// @param topics has the bot topics in private chats?
/// @param limits how much may be sent
/// @param clock tells the dates, and when updates and presses are too old
/// @param kept how many messages a chat keeps
/// @param logged how many requests, updates' texts and violations are kept
/// @param retry how long after a failed webhook it is tried again
public record Setup(int port, String token, String username, boolean privacy, boolean topics, Limits limits,
        InstantSource clock, int kept, int logged, Duration retry) {

    /// A token that must be found nowhere but in the addresses of requests.
    public static final String CANARY = "7700000001:AACanaryOfPilcrowThatNobodyMaySee00";

    public Setup {
        if (!token.matches("\\d+:[A-Za-z0-9_-]{35}")) {
            throw new IllegalArgumentException("not the form of a token");
        }
    }

    /// Any free port, no limits, privacy on.
    public static Setup usual() {
        return new Setup(0, CANARY, "pilcrow_bot", true, false, Limits.NONE, InstantSource.system(), 20_000, 20_000,
                Duration.ofMillis(50));
    }

    public Setup port(int port) {
        return new Setup(port, token, username, privacy, topics, limits, clock, kept, logged, retry);
    }

    public Setup token(String token) {
        return new Setup(port, token, username, privacy, topics, limits, clock, kept, logged, retry);
    }

    public Setup username(String username) {
        return new Setup(port, token, username, privacy, topics, limits, clock, kept, logged, retry);
    }

    public Setup privacy(boolean privacy) {
        return new Setup(port, token, username, privacy, topics, limits, clock, kept, logged, retry);
    }

    public Setup topics(boolean topics) {
        return new Setup(port, token, username, privacy, topics, limits, clock, kept, logged, retry);
    }

    public Setup limits(Limits limits) {
        return new Setup(port, token, username, privacy, topics, limits, clock, kept, logged, retry);
    }

    public Setup clock(InstantSource clock) {
        return new Setup(port, token, username, privacy, topics, limits, clock, kept, logged, retry);
    }

    public Setup retry(Duration retry) {
        return new Setup(port, token, username, privacy, topics, limits, clock, kept, logged, retry);
    }

    /// @param kept how many messages a chat keeps
    /// @param logged how many requests and violations are kept
    public Setup keeping(int kept, int logged) {
        return new Setup(port, token, username, privacy, topics, limits, clock, kept, logged, retry);
    }
}
