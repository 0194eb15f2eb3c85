package dev.pilcrow.model;

import com.fasterxml.jackson.core.JacksonException;
import dev.langchain4j.exception.HttpException;
import java.io.IOException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;

/// Tells from what LangChain4j throws why a call failed. Thread-safe.
///
/// @param clock for pauses that end at a date
record Faults(InstantSource clock) {

    /// How deep an exception is looked for in the causes of another.
    private static final int DEEPEST = 16;

    /// @param begun did any text come before it?
    Piece.Failed of(Throwable thrown, boolean begun) {
        Duration pause = find(thrown, RefusedException.class, refused -> refused.pause(clock)).orElse(Duration.ZERO);
        return new Piece.Failed(fault(thrown, begun), pause);
    }

    private static Fault fault(Throwable thrown, boolean begun) {
        if (find(thrown, InterruptedException.class, stopped -> stopped).isPresent()) {
            return Fault.STOPPED;
        }
        if (find(thrown, CappedStream.TooLargeException.class, large -> large).isPresent()) {
            return Fault.TOO_LONG;
        }
        if (find(thrown, HttpConnectTimeoutException.class, late -> late).isPresent()) {
            return Fault.UNREACHABLE;
        }
        if (find(thrown, HttpTimeoutException.class, late -> late).isPresent()) {
            return Fault.TIMEOUT;
        }
        Optional<Fault> refused = find(thrown, HttpException.class, status -> ofStatus(status.statusCode()));
        if (refused.isPresent()) {
            return refused.get();
        }
        if (find(thrown, JacksonException.class, garbled -> garbled).isPresent()) {
            return Fault.GARBLED;
        }
        if (find(thrown, IOException.class, broken -> broken).isPresent()) {
            return begun ? Fault.BROKEN_OFF : Fault.UNREACHABLE;
        }
        return thrown.getClass().getName().startsWith("dev.langchain4j.") ? Fault.PROVIDER_ERROR : Fault.GARBLED;
    }

    private static Fault ofStatus(int status) {
        return switch (status) {
            case 401, 402, 403 -> Fault.KEY_REFUSED;
            case 404 -> Fault.NOT_FOUND;
            case 408, 504 -> Fault.TIMEOUT;
            case 429, 503, 529 -> Fault.BUSY;
            default -> status >= 500 ? Fault.PROVIDER_ERROR : status < 400 ? Fault.NOT_FOUND : Fault.REQUEST_REFUSED;
        };
    }

    private static <T extends Throwable, R> Optional<R> find(Throwable thrown, Class<T> type, Function<T, R> told) {
        Throwable cause = thrown;
        for (int depth = 0; cause != null && depth < DEEPEST; depth++) {
            if (type.isInstance(cause)) {
                return Optional.of(told.apply(type.cast(cause)));
            }
            cause = cause.getCause();
        }
        return Optional.empty();
    }
}
