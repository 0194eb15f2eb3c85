package dev.pilcrow.telegram;

import dev.pilcrow.chat.Health;
import dev.pilcrow.chat.Intake;
import dev.pilcrow.chat.MessageId;
import dev.pilcrow.chat.Place;
import dev.pilcrow.chat.Platform;
import dev.pilcrow.chat.Post;
import dev.pilcrow.chat.Posted;
import dev.pilcrow.chat.Reaction;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// Telegram as a platform. Thread-safe.
public final class TelegramPlatform implements Platform {

    /// Its name in {@link Place#platform}.
    public static final String NAME = "telegram";

    private final TelegramSettings settings;

    /// A bot that does nothing yet.
    public TelegramPlatform(TelegramSettings settings) {
        this.settings = settings;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public int longestText() {
        return TelegramLimits.TEXT;
    }

    @Override
    public Duration pace(Place place) {
        return place.isPrivate() ? settings.limits().personPace() : settings.limits().groupPace();
    }

    @Override
    public void start(Intake intake) {
        throw new UnsupportedOperationException();
    }

    /// Takes one update as Telegram sends it to a webhook. When it returns, it is on disk.
    ///
    /// @return how many deliveries were new: 1 or 0
    /// @throws IllegalArgumentException it is no JSON object with an `update_id`
    /// @throws IllegalStateException the bot does not receive yet, or no longer; Telegram is to send it again
    public int receive(String update) {
        if (!update.startsWith("{")) {
            throw new IllegalArgumentException();
        }
        return 0;
    }

    @Override
    public Posted post(Place place, @Nullable MessageId answering, Post post) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Posted edit(Place place, MessageId message, Post post) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void typing(Place place) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean react(Place place, MessageId message, Reaction reaction) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void acknowledge(String press, @Nullable String toast) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Health health() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void stop() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void close() {
        throw new UnsupportedOperationException();
    }
}
