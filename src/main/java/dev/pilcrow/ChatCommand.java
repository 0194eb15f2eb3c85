package dev.pilcrow;

import dev.pilcrow.article.Article;
import dev.pilcrow.article.ReaderLanguage;
import dev.pilcrow.conversation.Conversations;
import dev.pilcrow.terminal.TerminalKeyboard;
import dev.pilcrow.terminal.TerminalPipe;
import dev.pilcrow.terminal.TerminalPlatform;
import dev.pilcrow.terminal.TerminalReceiver;
import dev.pilcrow.wording.BadUseException;
import dev.pilcrow.wording.Wordings;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Supplier;

/// The command without a name: a chat with whoever is at the terminal, or with a pipe.
///
/// @param articles the article that is talked about
/// @param wordings the words of the answers
/// @param language the operator's
/// @param output the answers' place
record ChatCommand(Articles articles, Wordings wordings, ReaderLanguage language, Output output) {

    private static final String ID = "terminal";

    /// Talks until the reader leaves.
    void run(Supplier<Conversations> conversations) throws BadUseException, IOException {
        Article article = articles.named(Optional.empty());
        boolean person = output.terminals().in() && output.terminals().out();
        try (TerminalReceiver reader = person ? TerminalKeyboard.open() : TerminalPipe.standard(output.out())) {
            new TerminalPlatform(article, () -> conversations.get().resume(ID, article), wordings, language, reader)
                    .run();
        }
    }
}
