package dev.pilcrow;

import dev.pilcrow.answer.Composer;
import dev.pilcrow.answer.ModelComposer;
import dev.pilcrow.conversation.Conversations;
import dev.pilcrow.conversation.Rewriting;
import dev.pilcrow.model.CallJournal;
import dev.pilcrow.model.LanguageModel;
import dev.pilcrow.model.ModelPrompts;
import dev.pilcrow.model.ModelSettings;
import dev.pilcrow.model.Models;
import dev.pilcrow.model.PauseNote;
import dev.pilcrow.search.Search;
import dev.pilcrow.search.VectorStore;
import dev.pilcrow.wording.BadUseException;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.function.Function;
import java.util.function.Supplier;

/// What finds and answers, as it is configured: the article's own sentences, or a language model.
record Answerers(Config config) {

    Search search() {
        return new Search(new VectorStore(config.cache()));
    }

    /// Conversations as they are configured, opened when they are needed.
    ///
    /// @param cached are answers of a model kept for whoever asks the same?
    Function<CallJournal, Conversations> journaled(boolean cached) throws BadUseException {
        if (config.model().isEmpty()) {
            return _ -> new Conversations(search(), new Composer());
        }
        ModelSettings settings = config.model().get();
        ModelPrompts prompts = config.modelPrompts();
        return journal -> {
            Search search = search();
            InstantSource clock = InstantSource.system();
            LanguageModel model = Models.of(settings, new PauseNote(config.pauses(), settings.provided(), clock),
                    clock, journal);
            SecureRandom random = new SecureRandom();
            return Conversations.modelled(search, new Composer(), new ModelComposer(model, prompts, random),
                    new Rewriting(model, prompts, search, random), cached);
        };
    }

    /// Conversations of whose calls of the model no journal is kept.
    Supplier<Conversations> plain(boolean cached) throws BadUseException {
        Function<CallJournal, Conversations> conversations = journaled(cached);
        return () -> conversations.apply(CallJournal.NONE);
    }
}
