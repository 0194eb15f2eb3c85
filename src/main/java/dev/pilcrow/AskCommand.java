package dev.pilcrow;

import dev.pilcrow.answer.Watcher;
import dev.pilcrow.article.Article;
import dev.pilcrow.article.ReaderLanguage;
import dev.pilcrow.conversation.Conversation;
import dev.pilcrow.conversation.Conversations;
import dev.pilcrow.conversation.Reply;
import dev.pilcrow.evaluation.Prediction;
import dev.pilcrow.wording.AnswerWording;
import dev.pilcrow.wording.BadUseException;
import dev.pilcrow.wording.Phrase;
import dev.pilcrow.wording.Wordings;
import java.util.function.Supplier;

/// The command `ask`: one question, answered for a person, a pipe or a program.
///
/// @param articles the article that is asked about
/// @param wordings the words of the answer
/// @param language the operator's
/// @param output for the answer; a person sees it grow
record AskCommand(Articles articles, Wordings wordings, ReaderLanguage language, Output output) {

    /// @return was it answered?
    boolean run(Command.Ask ask, Supplier<Conversations> conversations) throws BadUseException {
        if (ask.question().isBlank()) {
            throw new BadUseException(Phrase.USE_QUESTION);
        }
        if (ask.question().length() > Conversation.LONGEST_QUESTION) {
            throw new BadUseException(Phrase.DECLINED_TOO_LONG, Conversation.LONGEST_QUESTION);
        }
        Article article = articles.named(ask.article());
        ReaderLanguage reader = ReaderLanguage.of(ask.question(), language);
        AnswerWording wording = new AnswerWording(wordings.in(reader));
        Watcher watcher = ask.json() || !output.terminals().out()
                ? Watcher.NONE
                : soFar -> output.grow(wording.claims(soFar));
        Reply reply = conversations.get().open(article).ask(ask.question(), reader, watcher);
        Prediction prediction = Prediction.of(reply, wording.message(reply.answer(), article).text());
        if (ask.json()) {
            output.out().println(prediction.json());
        } else {
            output.print(wording.message(reply.answer(), article));
        }
        return prediction.answered();
    }
}
