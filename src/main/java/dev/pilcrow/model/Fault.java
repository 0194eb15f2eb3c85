package dev.pilcrow.model;

/// Why a call of a model did not end well.
public enum Fault {
    /// The deadline passed.
    TIMEOUT,
    /// No connection, or it was closed before an answer began.
    UNREACHABLE,
    /// The provider refuses the key, or the account has no credit: 401, 402, 403.
    KEY_REFUSED,
    /// The provider does not know the model or the address, or it has moved: 404, 3xx.
    NOT_FOUND,
    /// Too many requests, or the provider is overloaded: 429, 503, 529.
    BUSY,
    /// The provider failed: 5xx, or an error in place of an answer.
    PROVIDER_ERROR,
    /// The provider refuses the request, any other 4xx, or holds its answer back.
    REQUEST_REFUSED,
    /// The answer began and was cut off.
    BROKEN_OFF,
    /// The answer has no text.
    EMPTY,
    /// What came is no answer of this provider's.
    GARBLED,
    /// The answer went on for too long and was ended.
    TOO_LONG,
    /// The provider was not asked, because it failed too often just before, or asked for a pause.
    RESTING,
    /// Nobody wants the answer any more.
    STOPPED;

    /// Is it worth asking the same again at once, or after the pause that the provider asks for?
    public boolean passing() {
        return switch (this) {
            case UNREACHABLE, BUSY, PROVIDER_ERROR, BROKEN_OFF, EMPTY, GARBLED -> true;
            case TIMEOUT, KEY_REFUSED, NOT_FOUND, REQUEST_REFUSED, TOO_LONG, RESTING, STOPPED -> false;
        };
    }

    /// Does it speak against the provider, so that it is left alone after some of these?
    boolean counts() {
        return switch (this) {
            case TIMEOUT, UNREACHABLE, KEY_REFUSED, NOT_FOUND, BUSY, PROVIDER_ERROR, BROKEN_OFF, EMPTY, GARBLED -> true;
            case REQUEST_REFUSED, TOO_LONG, RESTING, STOPPED -> false;
        };
    }

    /// Is it the same until somebody changes the configuration or the account?
    public boolean lasts() {
        return switch (this) {
            case KEY_REFUSED, NOT_FOUND, REQUEST_REFUSED -> true;
            case TIMEOUT, UNREACHABLE, BUSY, PROVIDER_ERROR, BROKEN_OFF, EMPTY, GARBLED, TOO_LONG, RESTING, STOPPED ->
                false;
        };
    }
}
