package dev.pilcrow;

import dev.pilcrow.slack.server.Person;
import dev.pilcrow.slack.server.Place;
import dev.pilcrow.slack.server.Setup;
import dev.pilcrow.slack.server.SlackMessage;
import dev.pilcrow.slack.server.SlackServer;
import dev.pilcrow.standin.Fault;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

/// Slack with people in private chats and channels, by Socket Mode. What a bot does not acknowledge is handed over again at
/// once, a minute later and five minutes later; here the minutes are seconds. As a bot does not start sixty times as fast,
/// Slack goes on beyond that.
record SlackTown(SlackServer server) implements Town {

    private static final int KEPT = 1000;
    private static final Duration[] RETRIES = Stream.concat(Stream.of(Duration.ZERO, Duration.ofSeconds(1)),
            Stream.generate(() -> Duration.ofSeconds(5)).limit(30)).toArray(Duration[]::new);

    SlackTown() {
        this(SlackServer.start(Setup.usual().retries(RETRIES).order(Setup.Order.SHUFFLED).keeping(KEPT, KEPT)));
    }

    @Override
    public String name() {
        return "slack";
    }

    @Override
    public Map<String, String> settings() {
        return Map.of("SLACK_BOT_TOKEN", Setup.CANARY.botToken(), "SLACK_APP_TOKEN", Setup.CANARY.appToken(),
                "SLACK_API_URL", server.api());
    }

    @Override
    public Class<?> program() {
        return FastOnSlack.class;
    }

    @Override
    public List<String> secrets() {
        return List.of(Setup.CANARY.botToken(), Setup.CANARY.appToken());
    }

    @Override
    public void hurry(boolean slow) {
        server.heal();
        if (slow) {
            Fault slowly = new Fault.Slow(Duration.ofMillis(60));
            Fault slower = new Fault.Slow(Duration.ofMillis(200));
            server.failAtRandom("chat.postMessage", 0.5, new Random(1), slowly, slowly, slower,
                    new Fault.BreaksBefore(), new Fault.BreaksAfter());
            server.failAtRandom("chat.update", 0.5, new Random(2), slowly, slowly, slower, new Fault.BreaksBefore());
            server.failAtRandom("conversations.replies", 0.2, new Random(3), slower, new Fault.BreaksBefore());
            server.failAtRandom("apps.connections.open", 0.2, new Random(4), new Fault.BreaksBefore());
        }
    }

    @Override
    public int said() {
        return server.counts().getOrDefault("chat.postMessage", 0) + server.counts().getOrDefault("chat.update", 0);
    }

    @Override
    public Town.Room room(int number, boolean group) {
        Person first = newcomer(number, 0);
        return new Room(this, group ? server.channel("channel-" + number) : server.dm(first), group, first, number,
                new ArrayList<>());
    }

    private Person newcomer(int room, int question) {
        return server.person("Reader " + room + "." + question, "zh-CN");
    }

    @Override
    public List<String> violations() {
        return server.violations();
    }

    @Override
    public int undelivered() {
        return server.acks().lost();
    }

    @Override
    public void close() {
        server.close();
    }

    /// @param first whose private chat it is, or who comes to the channel first
    /// @param number of the room
    /// @param asked the questions, in order, each of which begins a thread
    private record Room(SlackTown town, Place place, boolean group, Person first, int number,
            List<SlackMessage> asked) implements Town.Room {

        @Override
        public void ask(String question) {
            Person asker = group && !asked.isEmpty() ? town.newcomer(number, asked.size()) : first;
            asked.add(group ? asker.asks(place, question) : asker.says(place, question));
        }

        @Override
        public void edit(String question) {
            SlackMessage last = asked.getLast();
            last.author().edits(last, group ? town.server.bot().mention() + " " + question : question);
        }

        @Override
        public void press() {
            SlackMessage answer = asked.getLast().answers().getLast().now();
            if (!answer.buttons().isEmpty()) {
                first.presses(answer, answer.buttons().getFirst());
            }
        }

        @Override
        public int said() {
            return place.botMessages().size();
        }

        @Override
        public List<String> answers(int question, Collection<String> placeholders) {
            return asked.get(question).answers().stream().map(SlackMessage::text)
                    .filter(text -> !placeholders.contains(text)).toList();
        }

        /// Slack shows quotes and lines in its own way.
        @Override
        public boolean isSame(String answer, String right) {
            return words(answer).equals(words(right));
        }

        private static String words(String text) {
            return text.replaceAll("(?m)^>|\\s", "");
        }
    }
}
