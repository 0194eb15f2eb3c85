package dev.pilcrow.evaluation;

import dev.pilcrow.answer.Composer;
import dev.pilcrow.article.Article;
import dev.pilcrow.search.IndexedArticle;
import dev.pilcrow.search.Search;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// This project: its search, and its answers.
final class PilcrowContender implements Contender {

    private static final int MOST = 10;

    private final Search search;
    private final Composer composer = new Composer();
    private @Nullable volatile IndexedArticle article;

    PilcrowContender(Search search) {
        this.search = search;
    }

    @Override
    public String name() {
        return "Pilcrow";
    }

    @Override
    public void index(Article wanted) {
        article = search.index(wanted);
    }

    @Override
    public void take(IndexedArticle indexed) {
        article = indexed;
    }

    @Override
    public List<Integer> ask(String question) {
        return search.find(held(), question).order().stream().limit(MOST).map(paragraph -> paragraph + 1).toList();
    }

    @Override
    public void answer(String question) {
        composer.answer(search.find(held(), question));
    }

    @Override
    public void embed(String question) {
        search.vector(question);
    }

    private IndexedArticle held() {
        IndexedArticle held = article;
        if (held == null) {
            throw new IllegalStateException("no article yet");
        }
        return held;
    }
}
