package dev.pilcrow.telegram.server;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/// What the bot did that the documents do not allow, in sentences. Thread-safe.
final class Violations {

    private final int most;
    private final Deque<String> sentences = new ArrayDeque<>();

    Violations(int most) {
        this.most = most;
    }

    synchronized void add(String sentence) {
        sentences.add(sentence);
        if (sentences.size() > most) {
            sentences.remove();
        }
    }

    synchronized List<String> all() {
        return List.copyOf(sentences);
    }
}
