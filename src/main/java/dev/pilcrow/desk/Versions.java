package dev.pilcrow.desk;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.pilcrow.article.Article;
import dev.pilcrow.article.ArticleReader;
import dev.pilcrow.article.UnreadableArticleException;
import dev.pilcrow.store.ArticleTable;
import java.util.Optional;

/// The articles, and versions of them, that were ever asked about, as the store has them. Thread-safe.
public final class Versions {

    /// Memory for them, in characters.
    private static final long ROOM = 16L << 20;

    private final ArticleTable stored;
    private final ArticleReader reader = new ArticleReader();
    private final Cache<String, Article> known = Caffeine.newBuilder().maximumWeight(ROOM)
            .weigher((String id, Article article) -> article.text().length()).build();

    public Versions(ArticleTable stored) {
        this.stored = stored;
    }

    /// The article with this id; nothing when it is not there, or cannot be read any more.
    public Optional<Article> find(String id) {
        Optional<Article> found = Optional.ofNullable(known.getIfPresent(id))
                .or(() -> stored.find(id).flatMap(this::read).filter(article -> article.id().equals(id)));
        found.ifPresent(article -> known.put(id, article));
        return found;
    }

    private Optional<Article> read(ArticleTable.Saved saved) {
        try {
            return Optional.of(reader.reread(saved.name(), saved.text()));
        } catch (UnreadableArticleException _) {
            return Optional.empty();
        }
    }
}
