package dev.pilcrow.model;

import dev.failsafe.CircuitBreaker;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/// A model that is left alone while its provider fails: after five failures among the last ten calls no call is made for
/// half a minute, then one to try; and none while a pause lasts that the provider asked for. Thread-safe.
///
/// Pauses are noted in a file, so that a process started meanwhile keeps them too.
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
        Optional<PauseNote.Pause> pause = note.current();
        if (pause.isPresent()) {
            return new Refusal(Duration.between(clock.instant(), pause.get().until()));
        }
        if (!breaker.tryAcquirePermit()) {
            return new Refusal(breaker.getRemainingDelay());
        }
        return new Watched(model.open(prompt, delivery, deadline), deadline.shortened(), clock.instant());
    }

    private void failed(Piece.Failed failed) {
        breaker.recordFailure();
        Instant now = clock.instant();
        if (!failed.pause().isZero()) {
            note.write(new PauseNote.Pause(now.plus(failed.pause()), failed.fault()));
        } else if (breaker.isOpen()) {
            note.write(new PauseNote.Pause(now.plus(rest), failed.fault()));
        }
    }

    private void succeeded(Instant asked) {
        breaker.recordSuccess();
        note.clear(asked);
    }

    /// A call to try that says nothing gives its turn back.
    private void unknown() {
        if (breaker.isHalfOpen()) {
            breaker.open();
            breaker.halfOpen();
        }
    }

    /// A call whose end is told to the breaker, once.
    private final class Watched implements ModelCall {

        private final ModelCall call;
        private final boolean shortened;
        private final Instant asked;
        private boolean begun;
        private boolean told;

        /// @param shortened may the call be given up before the question is?
        Watched(ModelCall call, boolean shortened, Instant asked) {
            this.call = call;
            this.shortened = shortened;
            this.asked = asked;
        }

        @Override
        public Piece next() {
            Piece next = call.next();
            switch (next) {
                case Piece.Text _ -> begun = true;
                case Piece.End _ -> tell(() -> succeeded(asked));
                case Piece.Failed failed -> tell(() -> ended(failed));
            }
            return next;
        }

        private void tell(Runnable end) {
            if (!told) {
                told = true;
                end.run();
            }
        }

        private void ended(Piece.Failed failed) {
            boolean givenUp = failed.fault() == Fault.TIMEOUT && shortened;
            if (failed.fault().counts() && !givenUp) {
                failed(failed);
            } else {
                closedEarly();
            }
        }

        /// A call that nobody wanted to its end says that the provider works when it had begun to answer, and nothing
        /// otherwise.
        private void closedEarly() {
            if (begun) {
                succeeded(asked);
            } else {
                unknown();
            }
        }

        @Override
        public void close() {
            call.close();
            tell(this::closedEarly);
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
