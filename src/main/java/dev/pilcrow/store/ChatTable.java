package dev.pilcrow.store;

import java.time.InstantSource;
import java.util.Optional;

/// The chats that have another id now. Ids have platform and account before them. Thread-safe.
public final class ChatTable {

    private final Transactions sql;
    private final InstantSource clock;

    ChatTable(Transactions sql, InstantSource clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /// Notes that a chat has another id now. Its older ids lead there too, and the new one leads nowhere else.
    public void moved(String chat, String to) {
        sql.write(handle -> {
            handle.execute("DELETE FROM chat WHERE id = ?", to);
            handle.execute("UPDATE chat SET current = ? WHERE current = ?", to, chat);
            return chat.equals(to)
                    ? 0
                    : handle.execute("""
                            INSERT INTO chat (id, current, at) VALUES (?, ?, ?)
                            ON CONFLICT (id) DO UPDATE SET current = excluded.current, at = excluded.at""", chat, to,
                            clock.millis());
        });
    }

    /// The id that a chat has now; none when it has had no other.
    public Optional<String> current(String chat) {
        return sql.read(handle -> handle.createQuery("SELECT current FROM chat WHERE id = :id").bind("id", chat)
                .mapTo(String.class).findOne());
    }
}
