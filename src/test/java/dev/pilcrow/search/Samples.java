package dev.pilcrow.search;

import dev.pilcrow.article.Article;
import dev.pilcrow.article.ArticleReader;
import dev.pilcrow.article.UnreadableArticleException;
import java.nio.charset.StandardCharsets;

/// One search for all tests of a JVM, so that models load once; the built-in article, and articles made of a few words.
public final class Samples {

    public static final Search SEARCH = new Search(VectorStore.none());
    public static final Article BUILT_IN = new ArticleReader().builtIn();

    private Samples() {
    }

    public static Article text(String text) {
        try {
            return new ArticleReader().read("sample.txt", text.getBytes(StandardCharsets.UTF_8));
        } catch (UnreadableArticleException e) {
            throw new IllegalArgumentException(e);
        }
    }

    public static IndexedArticle builtIn() {
        return SEARCH.index(BUILT_IN);
    }

    public static IndexedArticle index(String text) {
        return SEARCH.index(text(text));
    }

    /// The number of the paragraph that is ranked first.
    public static int first(IndexedArticle article, String question) {
        return SEARCH.find(article, question).order().getFirst() + 1;
    }
}
