package dev.pilcrow.telegram.server;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/// The newest messages of a chat, by their numbers, and the signs on them. Thread-safe.
final class ChatLog {

    private final int kept;
    private final NavigableMap<Integer, ChatMessage> messages = new TreeMap<>();
    private final Map<Integer, List<String>> signs = new HashMap<>();
    private int last;

    ChatLog(int kept) {
        this.kept = kept;
    }

    synchronized List<ChatMessage> all() {
        return List.copyOf(messages.values());
    }

    synchronized Optional<ChatMessage> last() {
        return Optional.ofNullable(messages.lastEntry()).map(Map.Entry::getValue);
    }

    synchronized Optional<ChatMessage> find(int number) {
        return Optional.ofNullable(messages.get(number));
    }

    /// A number that no message has.
    synchronized int next() {
        last++;
        return last;
    }

    /// Puts a message in, or changes it.
    synchronized void put(ChatMessage message) {
        messages.put(message.id(), message);
        if (messages.size() > kept) {
            delete(messages.firstKey());
        }
    }

    synchronized void delete(int number) {
        messages.remove(number);
        signs.remove(number);
    }

    synchronized void sign(int number, List<String> emojis) {
        signs.put(number, emojis);
    }

    synchronized List<String> signs(int number) {
        return signs.getOrDefault(number, List.of());
    }
}
