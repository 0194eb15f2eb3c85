package dev.pilcrow.wording;

import dev.pilcrow.article.Article;
import dev.pilcrow.article.ArticleReader;
import dev.pilcrow.article.UnreadableArticleException;
import java.nio.charset.StandardCharsets;

/// Articles made of a few lines.
public final class Articles {

    private Articles() {
    }

    public static Article of(String text) {
        try {
            return new ArticleReader().read("sample.txt", text.getBytes(StandardCharsets.UTF_8));
        } catch (UnreadableArticleException unreadable) {
            throw new IllegalArgumentException(unreadable);
        }
    }

    public static Article builtIn() {
        return new ArticleReader().builtIn();
    }
}
