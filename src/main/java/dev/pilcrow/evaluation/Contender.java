package dev.pilcrow.evaluation;

import dev.pilcrow.article.Article;
import dev.pilcrow.search.IndexedArticle;
import java.util.List;

/// One of the two programs that the benchmark runs side by side; it holds one article. Asking is thread-safe.
interface Contender {

    String name();

    /// Reads and encodes an article by itself.
    void index(Article article);

    /// Takes over an article that was encoded already.
    void take(IndexedArticle article);

    /// Finds the paragraphs for a question, ten at most.
    ///
    /// @return their numbers, from 1, best first
    List<Integer> ask(String question);

    /// Answers a question, as far as the contender does more than to find paragraphs.
    default void answer(String question) {
        ask(question);
    }

    /// Only encodes a question, which is the largest part of asking.
    void embed(String question);
}
