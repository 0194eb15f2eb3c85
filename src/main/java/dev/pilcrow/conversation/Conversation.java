package dev.pilcrow.conversation;

import dev.pilcrow.answer.Answer;
import dev.pilcrow.answer.Answer.Reason;
import dev.pilcrow.answer.People;
import dev.pilcrow.answer.Watcher;
import dev.pilcrow.article.Article;
import dev.pilcrow.article.ReaderLanguage;
import dev.pilcrow.search.IndexedArticle;
import java.util.List;
import java.util.concurrent.CancellationException;

/// A talk about one article. It remembers what the last questions and answers were, so that "why?" and "where does he
/// teach?" are understood; whether the article answers is decided afresh each time. Thread-safe: those who ask at the same
/// time know of each other's questions when they are answered.
public final class Conversation {

    /// Characters of a question that is still read; longer ones are declined.
    public static final int LONGEST_QUESTION = 2000;

    private final Answering answering;
    private final IndexedArticle article;
    private final Memory memory;
    private final String person;

    /// @param person the platform's id of who asks; empty where nobody knows
    Conversation(Answering answering, IndexedArticle article, Memory memory, String person) {
        this.answering = answering;
        this.article = article;
        this.memory = memory;
        this.person = person;
    }

    public Article article() {
        return article.article();
    }

    /// Answers a question in the language it is written in.
    public Reply ask(String question) {
        return ask(question, ReaderLanguage.of(question), Watcher.NONE);
    }

    /// Answers a question, in the light of those before it. An interrupt ends the work, at the model's provider too, and
    /// leaves the conversation as it was.
    ///
    /// @param language what the reader is answered in, where the answer is not the article's own words
    /// @param watcher sees the answer grow
    /// @throws CancellationException when the thread is interrupted
    public Reply ask(String question, ReaderLanguage language, Watcher watcher) {
        answering.prepare(question);
        long start = System.nanoTime();
        if (question.codePoints().noneMatch(Character::isLetterOrDigit)) {
            return reply(new Answer.NotInArticle(Reason.EMPTY, List.of(), List.of()), start);
        }
        if (question.length() > LONGEST_QUESTION) {
            return reply(new Answer.NotInArticle(Reason.TOO_LONG, List.of(), List.of()), start);
        }
        Answered answered = answering.answer(article, question, language, memory.turns(), watcher);
        if (Thread.currentThread().isInterrupted()) {
            throw new CancellationException();
        }
        memory.add(person, answered.turn());
        return reply(answered.answer(), start);
    }

    /// A summary of the article.
    public Reply summary() {
        long start = System.nanoTime();
        return reply(answering.summary(article), start);
    }

    /// What the article's own sentences answer to a question that stands alone. No model is asked, and nothing is
    /// remembered.
    public Answer quoting(String question) {
        return answering.quoting(article, question);
    }

    /// The people that the article names, in the order in which it does.
    public List<People.Named> people() {
        return People.of(article);
    }

    /// Forgets the newest question with these words, as if it had not been asked.
    public void takeBack(String question) {
        memory.takeBack(question);
    }

    /// Forgets the questions before.
    public void reset() {
        memory.clear();
    }

    private static Reply reply(Answer answer, long start) {
        return new Reply(answer, (System.nanoTime() - start) / 1e6);
    }
}
