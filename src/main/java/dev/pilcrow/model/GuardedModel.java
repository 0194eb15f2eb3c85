package dev.pilcrow.model;

import dev.failsafe.CircuitBreaker;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/// A model that is left alone while its provider fails: after five failures among the last ten calls no call is made for
/// half a minute, then one to try; and none while a pause lasts that the provider asked for. Thread-safe.
///
/// Pauses are noted in a file, so that other processes keep them too.
final class GuardedModel implements LanguageModel {

    private static final int FAILURES = 5;
    private static final int CALLS = 10;
    static final Duration REST = Duration.ofSeconds(30);

    private final LanguageModel model;
    private final InstantSource clock;
    private final PauseNote note;
    private final Duration rest;
    private final CircuitBreaker<Piece> breaker;

    /// @param rest how long a failing provider is left alone
    GuardedModel(LanguageModel model, InstantSource clock, PauseNote note, Duration rest) {
        this.model = model;
        this.clock = clock;
        this.note = note;
        this.rest = rest;
        this.breaker = CircuitBreaker.<Piece>builder().withFailureThreshold(FAILURES, CALLS).withSuccessThreshold(1)
                .withDelay(rest).build();
    }

    @Override
    public String id() {
        return model.id();
    }

    @Override
    public ModelCall open(Prompt prompt, Delivery delivery, Deadline deadline) {
        Optional<PauseNote.Pause> pause = note.current(id());
        if (pause.isPresent()) {
            return new Refusal(Duration.between(clock.instant(), pause.get().until()));
        }
        if (!breaker.tryAcquirePermit()) {
            return new Refusal(breaker.getRemainingDelay());
        }
        return new Watched(model.open(prompt, delivery, deadline));
    }

    private void ended(Piece last, boolean begun) {
        switch (last) {
            case Piece.End _ -> succeeded();
            case Piece.Text _ -> throw new IllegalArgumentException("not an end");
            case Piece.Failed failed -> {
                if (failed.fault().counts()) {
                    failed(failed);
                } else {
                    closedEarly(begun);
                }
            }
        }
    }

    private void succeeded() {
        breaker.recordSuccess();
        note.clear();
    }

    private void failed(Piece.Failed failed) {
        breaker.recordFailure();
        Instant now = clock.instant();
        if (!failed.pause().isZero()) {
            note.write(new PauseNote.Pause(id(), now.plus(failed.pause()), failed.fault()));
        } else if (breaker.isOpen()) {
            note.write(new PauseNote.Pause(id(), now.plus(rest), failed.fault()));
        }
    }

    /// A call that nobody wanted to its end says that the provider works when it had begun to answer, and nothing
    /// otherwise; a call to try must say something.
    private void closedEarly(boolean begun) {
        if (begun) {
            succeeded();
        } else if (breaker.isHalfOpen()) {
            breaker.recordFailure();
        }
    }

    /// A call whose end is told to the breaker, once.
    private final class Watched implements ModelCall {

        private final ModelCall call;
        private boolean begun;
        private boolean told;

        Watched(ModelCall call) {
            this.call = call;
        }

        @Override
        public Piece next() {
            Piece next = call.next();
            if (next instanceof Piece.Text) {
                begun = true;
            } else if (!told) {
                told = true;
                ended(next, begun);
            }
            return next;
        }

        @Override
        public void close() {
            call.close();
            if (!told) {
                told = true;
                closedEarly(begun);
            }
        }
    }

    /// A call that is not made.
    private record Refusal(Duration pause) implements ModelCall {

        @Override
        public Piece next() {
            return new Piece.Failed(Fault.RESTING, pause);
        }

        @Override
        public void close() {
        }
    }
}
