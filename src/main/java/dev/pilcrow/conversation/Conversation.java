package dev.pilcrow.conversation;

import dev.pilcrow.answer.Answer;
import dev.pilcrow.answer.Composer;
import dev.pilcrow.article.Article;
import dev.pilcrow.search.Evidence;
import dev.pilcrow.search.IndexedArticle;
import dev.pilcrow.search.Search;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One reader's talk about one article. It remembers what the last questions were about, so that "why?" and "where does he
/// teach?" are understood; whether the article answers is decided afresh each time. Not thread-safe.
public final class Conversation {

    /// Characters of a question that is still read; longer ones are declined.
    public static final int LONGEST_QUESTION = 2000;

    private final Search search;
    private final Composer composer;
    private final IndexedArticle article;
    private @Nullable Evidence last;

    Conversation(Search search, Composer composer, IndexedArticle article) {
        this.search = search;
        this.composer = composer;
        this.article = article;
    }

    public Article article() {
        return article.article();
    }

    /// Answers a question, in the light of the questions before it.
    public Reply ask(String question) {
        search.prepare(question);
        long start = System.nanoTime();
        if (question.isBlank()) {
            return reply(new Answer.NotInArticle(Answer.Reason.EMPTY, List.of(), List.of()), start);
        }
        if (question.length() > LONGEST_QUESTION) {
            return reply(new Answer.NotInArticle(Answer.Reason.TOO_LONG, List.of(), List.of()), start);
        }
        Evidence evidence = search.find(article, question);
        if (last != null && FollowUp.pointsBack(evidence.query())) {
            evidence = search.find(article, question, FollowUp.subject(last));
        }
        last = evidence;
        return reply(composer.answer(evidence), start);
    }

    /// A summary of the article.
    public Reply summary() {
        long start = System.nanoTime();
        return reply(composer.summary(article), start);
    }

    /// Forgets the questions before.
    public void reset() {
        last = null;
    }

    private static Reply reply(Answer answer, long start) {
        return new Reply(answer, (System.nanoTime() - start) / 1e6);
    }
}
