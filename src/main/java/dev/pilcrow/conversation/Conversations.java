package dev.pilcrow.conversation;

import dev.pilcrow.answer.Composer;
import dev.pilcrow.article.Article;
import dev.pilcrow.search.Search;

/// Opens conversations. Thread-safe.
public final class Conversations {

    private final Search search;
    private final Composer composer;

    /// @param search finds paragraphs
    /// @param composer makes answers of them
    public Conversations(Search search, Composer composer) {
        this.search = search;
        this.composer = composer;
    }

    /// A new conversation about an article, with no memory. The first one about an article makes it ready for questions,
    /// which takes some seconds for a long one.
    public Conversation open(Article article) {
        return new Conversation(search, composer, search.index(article));
    }
}
