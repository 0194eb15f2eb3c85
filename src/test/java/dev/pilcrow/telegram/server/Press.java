package dev.pilcrow.telegram.server;

import java.time.Instant;

/// A press of a button, and how the bot answered it. Thread-safe.
public final class Press {

    private final String id;
    private final Instant at;
    private volatile boolean answered;
    private volatile String toast = "";
    private volatile boolean alert;

    Press(String id, Instant at) {
        this.id = id;
        this.at = at;
    }

    /// Has the bot answered, so that the app shows no clock on the button any more?
    public boolean isAnswered() {
        return answered;
    }

    /// What was shown for a moment; empty for nothing.
    public String toast() {
        return toast;
    }

    /// Was it shown in a window that must be closed?
    public boolean isAlert() {
        return alert;
    }

    /// The `id` of the callback query.
    public String id() {
        return id;
    }

    Instant at() {
        return at;
    }

    void answer(String text, boolean inWindow) {
        toast = text;
        alert = inWindow;
        answered = true;
    }
}
