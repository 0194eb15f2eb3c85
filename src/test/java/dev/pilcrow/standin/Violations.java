package dev.pilcrow.standin;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/// What the bot did that the documents do not allow, in sentences. Thread-safe.
public final class Violations {

    private final int most;
    private final Deque<String> sentences = new ArrayDeque<>();

    public Violations(int most) {
        this.most = most;
    }

    public synchronized void add(String sentence) {
        sentences.add(sentence);
        if (sentences.size() > most) {
            sentences.remove();
        }
    }

    public synchronized List<String> all() {
        return List.copyOf(sentences);
    }
}
