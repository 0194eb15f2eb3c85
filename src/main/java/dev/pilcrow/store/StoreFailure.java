package dev.pilcrow.store;

/// Thrown when an open store could not do what it was asked to; the next time it may. What was to be written is then not
/// there, or, when the connection broke at the very end, perhaps all of it is, never a part. Its message names neither the
/// address nor a password, and it has no cause, as a driver's exception may.
public final class StoreFailure extends RuntimeException {

    StoreFailure(String message) {
        super(message);
    }
}
