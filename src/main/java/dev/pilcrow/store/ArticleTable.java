package dev.pilcrow.store;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/// The articles that answers were quoted from. Thread-safe.
public final class ArticleTable {

    /// An article.
    ///
    /// @param id made of its content
    /// @param name the name of its file, which tells the format
    public record Saved(String id, String name, String text) {
    }

    private final Transactions sql;
    private final InstantSource clock;

    ArticleTable(Transactions sql, InstantSource clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /// Saves an article, in place of the one with this id; whoever asks about it does so again and again, so that it is
    /// known to be in use.
    public void save(String id, String name, String text) {
        sql.execute("""
                INSERT INTO article (id, name, text, used) VALUES (?, ?, ?, ?)
                ON CONFLICT (id) DO UPDATE SET name = excluded.name, text = excluded.text, used = excluded.used""", id,
                name, text, clock.millis());
    }

    /// The ids that begin so, at most so many.
    public List<String> ids(String start, int most) {
        return sql.read(handle -> handle
                .createQuery(
                        "SELECT id FROM article WHERE id >= :start AND substr(id, 1, :length) = :start LIMIT :most")
                .bind("start", start).bind("length", start.length()).bind("most", most).mapTo(String.class).list());
    }

    public Optional<Saved> find(String id) {
        return sql.read(handle -> handle.createQuery("SELECT * FROM article WHERE id = :id").bind("id", id)
                .map((row, _) -> new Saved(row.getString("id"), row.getString("name"), row.getString("text")))
                .findOne());
    }
}
