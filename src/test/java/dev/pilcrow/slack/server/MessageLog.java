package dev.pilcrow.slack.server;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/// The newest messages of a place, by their numbers and threads, and what the bot has put on them. Thread-safe.
final class MessageLog {

    private final int most;
    private final NavigableMap<String, SlackMessage> messages = new TreeMap<>();
    private final NavigableMap<String, SlackMessage> ephemeral = new TreeMap<>();
    private final Map<String, NavigableMap<String, SlackMessage>> threads = new HashMap<>();
    private final Map<String, List<String>> reactions = new HashMap<>();

    MessageLog(int most) {
        this.most = most;
    }

    synchronized void put(SlackMessage message) {
        NavigableMap<String, SlackMessage> shelf = message.isEphemeral() ? ephemeral : messages;
        shelf.put(message.ts(), message);
        if (!message.isEphemeral()) {
            threads.computeIfAbsent(message.root(), _ -> new TreeMap<>()).put(message.ts(), message);
        }
        if (shelf.size() > most) {
            delete(shelf.firstKey());
        }
    }

    synchronized void delete(String ts) {
        ephemeral.remove(ts);
        reactions.remove(ts);
        SlackMessage message = messages.remove(ts);
        if (message != null) {
            threads.computeIfPresent(message.root(), (_, thread) -> {
                thread.remove(ts);
                return thread.isEmpty() ? null : thread;
            });
        }
    }

    synchronized Optional<SlackMessage> find(String ts) {
        SlackMessage message = messages.get(ts);
        return Optional.ofNullable(message == null ? ephemeral.get(ts) : message);
    }

    /// The messages that everybody sees, oldest first.
    synchronized List<SlackMessage> all() {
        return List.copyOf(messages.values());
    }

    /// The message with this number and what is in its thread, oldest first.
    synchronized List<SlackMessage> thread(String root) {
        return List.copyOf(threads.getOrDefault(root, new TreeMap<>()).values());
    }

    /// The messages that only one person sees, oldest first.
    synchronized List<SlackMessage> ephemeral(Person person) {
        return ephemeral.values().stream().filter(message -> person.equals(message.seenBy())).toList();
    }

    synchronized List<String> reactions(String ts) {
        return List.copyOf(reactions.getOrDefault(ts, List.of()));
    }

    /// Puts an emoji on a message; false when it is there.
    synchronized boolean react(String ts, String name) {
        List<String> there = reactions.computeIfAbsent(ts, _ -> new ArrayList<>());
        return !there.contains(name) && there.add(name);
    }

    synchronized boolean unreact(String ts, String name) {
        return reactions.getOrDefault(ts, new ArrayList<>()).remove(name);
    }
}
