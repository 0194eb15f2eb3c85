package dev.pilcrow.inbox;

import dev.pilcrow.store.Claimed;
import java.time.Duration;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// How far the work on a delivery has come, and how long each stage took. Not thread-safe.
final class Course {

    private final Claimed claimed;
    private final InstantSource clock;
    private final Map<Stage, Duration> stages = new EnumMap<>(Stage.class);
    private Finished.Kind kind = Finished.Kind.EVENT;
    private Reply.@Nullable Answered answered;
    private long since = System.nanoTime();

    /// Begins the work.
    Course(Claimed claimed, InstantSource clock) {
        this.claimed = claimed;
        this.clock = clock;
        if (claimed.attempts() == 1) {
            stages.put(Stage.WAITING, age());
        }
    }

    /// Notes what it is.
    void is(Finished.Kind what) {
        kind = what;
    }

    /// Notes that a stage is over.
    void reached(Stage stage) {
        long now = System.nanoTime();
        stages.put(stage, Duration.ofNanos(now - since));
        since = now;
    }

    /// Notes the answer, which is to be shown.
    void answered(Reply.Answered answer) {
        answered = answer;
        reached(Stage.ANSWER);
    }

    /// What is told of it when it ends now.
    Finished ended(Outcome outcome) {
        Reply.Answered answer = answered;
        if (answer != null && answer.outcome() == outcome) {
            reached(Stage.SHOWN);
        }
        return new Finished(claimed.id(), claimed.arrival().platform(), claimed.arrival().conversation(), kind, outcome,
                claimed.attempts(), answer == null ? null : answer.answer(), answer == null ? "" : answer.composer(),
                stages, age());
    }

    /// The clocks of two processes may differ a little.
    private Duration age() {
        Duration age = Duration.between(claimed.received(), clock.instant());
        return age.isNegative() ? Duration.ZERO : age;
    }
}
