package dev.pilcrow.ops;

import dev.pilcrow.chat.Health;
import dev.pilcrow.chat.Intake;
import dev.pilcrow.chat.MessageId;
import dev.pilcrow.chat.Pauses;
import dev.pilcrow.chat.Person;
import dev.pilcrow.chat.Place;
import dev.pilcrow.chat.Platform;
import dev.pilcrow.chat.Post;
import dev.pilcrow.chat.Posted;
import dev.pilcrow.chat.Reaction;
import dev.pilcrow.chat.Surface;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A platform on which nothing is said, and that can want to be spared.
final class QuietPlatform implements Platform {

    private static final Posted NOTHING = new Posted.Refused(Posted.Reason.GONE);

    private final Pauses pauses = new Pauses();

    @Override
    public String name() {
        return "quiet";
    }

    @Override
    public int longestText() {
        return 0;
    }

    @Override
    public boolean hasWindows() {
        return false;
    }

    @Override
    public boolean followsThreads() {
        return false;
    }

    @Override
    public Optional<String> language(Person person) {
        return Optional.empty();
    }

    @Override
    public Duration pace(Place place) {
        return Duration.ZERO;
    }

    @Override
    public void start(Intake intake) {
    }

    @Override
    public Posted post(Place place, @Nullable MessageId answering, Post post, String key) {
        return NOTHING;
    }

    @Override
    public Posted find(Place place, @Nullable MessageId answering, String key) {
        return NOTHING;
    }

    @Override
    public Posted edit(Place place, MessageId message, Post post) {
        return NOTHING;
    }

    @Override
    public Posted show(Place place, Surface surface) {
        return NOTHING;
    }

    @Override
    public void typing(Place place, String subject) {
    }

    @Override
    public void rest(Place place) {
    }

    @Override
    public boolean react(Place place, MessageId message, Reaction reaction) {
        return false;
    }

    @Override
    public void acknowledge(String press, @Nullable String toast) {
    }

    @Override
    public Health health() {
        return Health.GOOD;
    }

    @Override
    public Pauses pauses() {
        return pauses;
    }

    @Override
    public void stop() {
    }

    @Override
    public void close() {
    }
}
