package dev.pilcrow;

import dev.pilcrow.article.UnreadableArticleException;
import dev.pilcrow.evaluation.Fit;
import dev.pilcrow.search.Search;
import dev.pilcrow.wording.BadUseException;
import dev.pilcrow.wording.Phrase;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.function.Supplier;

/// The command `fit`: it makes again, or checks, what was learnt from data.
///
/// @param search finds the paragraphs that the weights are fitted on
/// @param output for what the check found
record RefitCommand(Supplier<Search> search, Output output) {

    /// @return the exit code
    int run(Command.Refit refit) throws BadUseException, IOException {
        try {
            return switch (refit.what()) {
                case MAPS -> Fit.maps(refit.data(), refit.output(), refit.holdOut(), System.err);
                case WEIGHTS -> Fit.weights(search.get(), refit.data(), refit.output(), System.err);
                case CHECK -> Fit.check(search.get(), refit.data(), output.out(), System.err);
            };
        } catch (NoSuchFileException missing) {
            throw new BadUseException(Phrase.QUESTIONS_MISSING, missing.getFile());
        } catch (UnreadableArticleException unreadable) {
            throw new BadUseException(Phrase.ARTICLE_NOT_TEXT, unreadable.file());
        }
    }
}
