package dev.pilcrow.desk;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.pilcrow.article.Article;
import dev.pilcrow.article.ArticleReader;
import dev.pilcrow.article.UnreadableArticleException;
import dev.pilcrow.store.ArticleTable;
import java.util.List;
import java.util.Optional;

/// The article that is asked about, and those that old answers are of. Thread-safe.
public final class Shelf {

    /// Memory for old articles, in characters.
    private static final long ROOM = 16L << 20;
    private static final int MOST = 1_000;

    private final Article current;
    private final String name;
    private final ArticleTable stored;
    private final ArticleReader reader = new ArticleReader();
    private final Cache<String, Article> old = Caffeine.newBuilder().maximumWeight(ROOM)
            .weigher((String id, Article article) -> article.text().length()).build();
    /// The id that begins so.
    private final Cache<String, String> ids = Caffeine.newBuilder().maximumSize(MOST).build();

    /// Puts the article in the store, where later versions will find it.
    ///
    /// @param file the name of the file that it was read from; it tells the format
    public Shelf(Article current, String file, ArticleTable stored) {
        this.current = current;
        this.name = file.substring(1 + Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')));
        this.stored = stored;
        keep();
    }

    /// Puts the article in the store, or shows that it is in use still.
    public void keep() {
        stored.save(current.id(), name, current.text());
    }

    /// The article that is asked about.
    public Article current() {
        return current;
    }

    /// The article with this id; nothing when it was never asked about, or cannot be read any more.
    Optional<Article> find(String id) {
        Article known = id.equals(current.id()) ? current : old.getIfPresent(id);
        if (known != null) {
            return Optional.of(known);
        }
        Optional<Article> found = stored.find(id).flatMap(this::read).filter(article -> article.id().equals(id));
        found.ifPresent(article -> old.put(id, article));
        return found;
    }

    /// The article whose id begins so; nothing when there is none, or more than one.
    public Optional<Article> beginning(String start) {
        String id = ids.getIfPresent(start);
        if (id == null) {
            List<String> found = stored.ids(start, 2);
            if (found.size() != 1) {
                return Optional.empty();
            }
            id = found.getFirst();
            ids.put(start, id);
        }
        return find(id);
    }

    private Optional<Article> read(ArticleTable.Saved saved) {
        try {
            return Optional.of(reader.reread(saved.name(), saved.text()));
        } catch (UnreadableArticleException _) {
            return Optional.empty();
        }
    }
}
