package dev.pilcrow.model;

import java.time.Duration;
import java.util.Optional;

/// A model of whose calls a journal is kept, also of those that are not made while the provider is left alone. Thread-safe.
record JournaledModel(LanguageModel model, CallJournal journal) implements LanguageModel {

    @Override
    public String id() {
        return model.id();
    }

    @Override
    public ModelCall open(Prompt prompt, Delivery delivery, Deadline deadline) {
        long begun = System.nanoTime();
        return new Journaled(model.open(prompt, delivery, deadline), begun);
    }

    /// A call whose end is written down, once.
    private final class Journaled implements ModelCall {

        private final ModelCall call;
        private final long begun;
        private boolean ended;

        Journaled(ModelCall call, long begun) {
            this.call = call;
            this.begun = begun;
        }

        @Override
        public Piece next() {
            Piece next = call.next();
            switch (next) {
                case Piece.Text _ -> {
                }
                case Piece.End _ -> end(CallJournal.end(Optional.empty()));
                case Piece.Failed failed -> end(CallJournal.end(Optional.of(failed.fault())));
            }
            return next;
        }

        private void end(String how) {
            if (!ended) {
                ended = true;
                journal.ended(how, Duration.ofNanos(System.nanoTime() - begun));
            }
        }

        @Override
        public void close() {
            call.close();
            end(CallJournal.ENOUGH);
        }
    }
}
