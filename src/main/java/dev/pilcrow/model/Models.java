package dev.pilcrow.model;

import java.time.InstantSource;

/// Makes the model that the operator has set. Stateless.
public final class Models {

    private Models() {
    }

    /// The model, which is left alone while its provider fails.
    ///
    /// @param note where pauses are noted
    public static LanguageModel of(ModelSettings settings, PauseNote note, InstantSource clock) {
        return new GuardedModel(ProvidedModel.of(settings, clock), clock, note, GuardedModel.REST);
    }

    /// The model without a guard, for the one call that checks it.
    public static LanguageModel unguarded(ModelSettings settings, InstantSource clock) {
        return ProvidedModel.of(settings, clock);
    }
}
