package dev.pilcrow.telegram.server;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// The topics of a chat.
final class Topics {

    private final Map<Integer, Topic> byNumber = new ConcurrentHashMap<>();
    private final Set<Integer> closed = new HashSet<>();

    synchronized void add(Topic topic) {
        byNumber.put(topic.topic(), topic);
    }

    synchronized void close(int number) {
        closed.add(number);
    }

    /// Refuses what the server refuses to put into the topic with this number.
    synchronized void check(int number) {
        if (!byNumber.containsKey(number)) {
            throw Refusal.badRequest("message thread not found");
        }
        if (closed.contains(number)) {
            throw Refusal.badRequest("TOPIC_CLOSED");
        }
    }
}
