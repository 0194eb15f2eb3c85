package dev.pilcrow.desk;

import dev.pilcrow.answer.Answer;
import dev.pilcrow.article.ReaderLanguage;
import dev.pilcrow.chat.Screen;
import dev.pilcrow.inbox.Received;
import dev.pilcrow.wording.Wording;
import dev.pilcrow.wording.Wordings;
import java.util.List;
import java.util.function.Function;

/// The words of each language and what each platform can show. Thread-safe.
///
/// @param wordings the words
/// @param screens what a platform can show, by its name
/// @param questions to begin with
record Views(Wordings wordings, Function<String, Screen> screens, Questions questions) {

    /// How an answer looks where it was given.
    AnswerView of(Kept kept) {
        ReaderLanguage language = kept.asking().language();
        return new AnswerView(kept, in(language), screens.apply(kept.platform()),
                asksForQuestions(kept.answer()) ? questions.buttons(language) : List.of());
    }

    /// Has the reader not asked anything yet?
    private static boolean asksForQuestions(Answer answer) {
        return answer instanceof Answer.NotInArticle declined
                && (declined.reason() == Answer.Reason.CHAT || declined.reason() == Answer.Reason.EMPTY);
    }

    Wording in(ReaderLanguage language) {
        return wordings.in(language);
    }

    /// What the platform of a delivery can show.
    Screen screen(Received received) {
        return screens.apply(received.delivery().place().platform());
    }
}
