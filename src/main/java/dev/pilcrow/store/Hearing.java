package dev.pilcrow.store;

/// Listening to {@link News}, until it is closed.
public interface Hearing extends AutoCloseable {

    @Override
    void close();
}
