package dev.pilcrow.desk;

import dev.pilcrow.answer.Answer;
import dev.pilcrow.article.Article;
import dev.pilcrow.chat.Place;
import dev.pilcrow.inbox.Outcome;

/// An answer that is in the store, with the article that it is of.
///
/// @param id its number there
/// @param delivery the number of the delivery that it answers
/// @param conversation where it was given
/// @param asking what it answers
/// @param answer what was said
/// @param article the article as it was then
record Kept(long id, long delivery, String conversation, Asking asking, Answer answer, Article article) {

    /// The name of its platform.
    String platform() {
        return conversation.substring(0, Math.max(0, conversation.indexOf('/')));
    }

    /// Was it given to one person in a chat of many?
    boolean isWhispered() {
        return Place.isWhispered(conversation);
    }

    /// Does the article say it?
    boolean isFound() {
        return answer instanceof Answer.Grounded;
    }

    /// The same answer for everybody, who do not see the question.
    Kept shared() {
        return new Kept(id, delivery, Place.aloud(conversation),
                new Asking(asking.question(), asking.language(), true), answer, article);
    }

    /// What becomes of the delivery that it answers.
    Outcome outcome() {
        return switch (answer) {
            case Answer.Grounded _ -> Outcome.ANSWERED;
            case Answer.NotInArticle _ -> Outcome.DECLINED;
            case Answer.Unavailable _ -> Outcome.UNAVAILABLE;
        };
    }

    /// What it was composed by: a model's id, or `extractive`.
    String composer() {
        return answer.origin().isModel() ? answer.origin().model() : "extractive";
    }

    /// Its kind in the store.
    static String kind(Answer answer) {
        return switch (answer) {
            case Answer.Grounded _ -> "grounded";
            case Answer.NotInArticle _ -> "declined";
            case Answer.Unavailable _ -> "unavailable";
        };
    }
}
