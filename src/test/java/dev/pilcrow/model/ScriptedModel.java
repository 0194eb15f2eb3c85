package dev.pilcrow.model;

import dev.pilcrow.Secret;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;

/// Models over a stand-in of their provider, for tests of other packages.
public final class ScriptedModel {

    private ScriptedModel() {
    }

    /// The model at a server, in a wire form, that nobody guards.
    public static LanguageModel of(ModelServer server, Wire wire) {
        return ProvidedModel.of(settings(server, wire), InstantSource.system(), CallJournal.NONE);
    }

    /// The same, left alone while it fails.
    public static LanguageModel guarded(ModelServer server, Wire wire, Path folder) {
        return journaled(server, wire, folder, CallJournal.NONE);
    }

    /// The same, of whose calls a journal is kept.
    public static LanguageModel journaled(ModelServer server, Wire wire, Path folder, CallJournal journal) {
        InstantSource clock = InstantSource.system();
        return Models.of(settings(server, wire), new PauseNote(folder.resolve("pause"), "scripted", clock), clock,
                journal);
    }

    private static ModelSettings settings(ModelServer server, Wire wire) {
        Provider provider = switch (wire) {
            case OPENAI -> Provider.OPENAI;
            case ANTHROPIC -> Provider.ANTHROPIC;
            case OLLAMA -> Provider.OLLAMA;
        };
        return new ModelSettings(provider, "scripted", Optional.of(URI.create(server.url(wire))),
                Optional.of(new Secret("sk-canary-4711")));
    }
}
