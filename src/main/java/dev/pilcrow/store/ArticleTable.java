package dev.pilcrow.store;

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

    ArticleTable(Transactions sql) {
        this.sql = sql;
    }

    /// Saves an article, in place of the one with this id.
    public void save(String id, String name, String text) {
        sql.execute("""
                INSERT INTO article (id, name, text) VALUES (?, ?, ?)
                ON CONFLICT (id) DO UPDATE SET name = excluded.name, text = excluded.text""", id, name, text);
    }

    public Optional<Saved> find(String id) {
        return sql.read(handle -> handle.createQuery("SELECT * FROM article WHERE id = :id").bind("id", id)
                .map((row, _) -> new Saved(row.getString("id"), row.getString("name"), row.getString("text")))
                .findOne());
    }
}
