package dev.pilcrow.search;

import dev.pilcrow.article.Article;
import dev.pilcrow.article.Folded;
import java.lang.foreign.MemorySegment;
import java.util.Collections;
import java.util.List;

/// Articles made ready for the checking of claims, which needs no vectors.
final class Claims {

    private static final Encoding NONE = new Encoding(new float[]{1}, MemorySegment.ofArray(new byte[0]), new float[0],
            new int[0], new int[0]);

    private Claims() {
    }

    static IndexedArticle index(Article article) {
        List<Folded> folded = IndexedArticle.fold(article);
        return new IndexedArticle(article, folded, Collections.nCopies(folded.size(), NONE));
    }
}
