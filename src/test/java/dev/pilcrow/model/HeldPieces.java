package dev.pilcrow.model;

import java.util.Iterator;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/// Pieces of an answer that a test lets go one by one. For one request.
public final class HeldPieces implements Iterable<String> {

    private final BlockingQueue<Optional<String>> pieces = new LinkedBlockingQueue<>();

    /// Lets one more piece go.
    public void say(String piece) {
        pieces.add(Optional.of(piece));
    }

    /// Lets the answer end.
    public void end() {
        pieces.add(Optional.empty());
    }

    @Override
    public Iterator<String> iterator() {
        return new Iterator<>() {

            private Optional<String> next = Optional.empty();

            @Override
            public boolean hasNext() {
                if (next.isEmpty()) {
                    next = take();
                }
                return next.isPresent();
            }

            @Override
            public String next() {
                if (next.isEmpty()) {
                    next = take();
                }
                String piece = next.orElseThrow();
                next = Optional.empty();
                return piece;
            }
        };
    }

    private Optional<String> take() {
        try {
            return pieces.take();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the client has gone", e);
        }
    }
}
