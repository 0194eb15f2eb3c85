package dev.pilcrow.desk;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.pilcrow.article.Article;
import dev.pilcrow.store.ArticleTable;
import java.util.List;
import java.util.Optional;

/// The article that is asked about, and those that old answers are of. Thread-safe.
public final class Shelf {

    private static final int MOST = 1_000;

    private final Article current;
    private final String name;
    private final ArticleTable stored;
    private final Versions versions;
    /// The id that begins so.
    private final Cache<String, String> ids = Caffeine.newBuilder().maximumSize(MOST).build();

    /// Puts the article in the store, where later versions will find it.
    ///
    /// @param file the name of the file that it was read from; it tells the format
    public Shelf(Article current, String file, ArticleTable stored) {
        this.current = current;
        this.name = file.substring(1 + Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')));
        this.stored = stored;
        this.versions = new Versions(stored);
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
    public Optional<Article> find(String id) {
        return id.equals(current.id()) ? Optional.of(current) : versions.find(id);
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
}
