package dev.pilcrow.model;

import java.time.InstantSource;

/// Makes the model that the operator has set. Stateless.
public final class Models {

    private Models() {
    }

    /// The model, which is left alone while its provider fails.
    ///
    /// @param note where pauses are noted
    /// @param journal is told of its calls
    public static LanguageModel of(ModelSettings settings, PauseNote note, InstantSource clock, CallJournal journal) {
        return new JournaledModel(
                new GuardedModel(ProvidedModel.of(settings, clock, journal), clock, note, GuardedModel.REST), journal);
    }

    /// The model without a guard, for the one call that checks it.
    public static LanguageModel unguarded(ModelSettings settings, InstantSource clock) {
        return ProvidedModel.of(settings, clock, CallJournal.NONE);
    }
}
