package dev.pilcrow.desk;

import dev.pilcrow.answer.Answer;
import dev.pilcrow.article.ReaderLanguage;
import dev.pilcrow.wording.Wording;
import dev.pilcrow.wording.Wordings;
import java.util.List;
import java.util.function.ToIntFunction;

/// The words of each language and the length of each platform's messages. Thread-safe.
///
/// @param wordings the words
/// @param longest the most UTF-16 units of a message, by the platform's name
/// @param questions to begin with
record Views(Wordings wordings, ToIntFunction<String> longest, Questions questions) {

    /// How an answer looks where it was given.
    AnswerView of(Kept kept) {
        ReaderLanguage language = kept.asking().language();
        return new AnswerView(kept, in(language), longest.applyAsInt(kept.platform()),
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
}
