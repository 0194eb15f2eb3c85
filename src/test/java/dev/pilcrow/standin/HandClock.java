package dev.pilcrow.standin;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// A clock that stands until it is set forward. Thread-safe.
public final class HandClock implements InstantSource {

    private volatile Instant now = Instant.parse("2026-11-24T12:00:00Z");

    @Override
    public Instant instant() {
        return now;
    }

    public void forward(Duration by) {
        now = now.plus(by);
    }
}
