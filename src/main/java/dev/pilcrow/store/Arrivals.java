package dev.pilcrow.store;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/// The way into the inbox: of what arrives, that which is new becomes rows.
///
/// Processes that accept at the same time wait for each other where they have keys or lanes in common, always in the same
/// order (keys sorted, then lanes sorted), so that they never wait in a circle; and the rows of a lane become visible in the
/// order of their numbers.
final class Arrivals {

    /// How long a key is remembered.
    static final long REMEMBERED_MILLIS = 24L * 60 * 60 * 1000;

    /// Keys in one statement; SQLite takes 32,766 values, PostgreSQL 65,535.
    private static final int KEYS_AT_ONCE = 1_000;

    private final Handle handle;
    private final Database database;
    private final long now;

    Arrivals(Handle handle, Database database, long now) {
        this.handle = handle;
        this.database = database;
        this.now = now;
    }

    List<Long> accept(List<Arrival> arrivals, int busyAbove, int laneBusyAbove) {
        List<Arrival> rows = rooted(unseen(arrivals));
        database.lock(handle, rows.stream().map(Arrival::lane).toList());
        List<Long> ids = new ArrayList<>();
        Map<String, Integer> inLane = new HashMap<>();
        int inAll = rows.stream().anyMatch(Arrival::question) ? waiting(null) : 0;
        for (Arrival row : rows) {
            boolean busy = row.question() && (inAll > busyAbove
                    || inLane.computeIfAbsent(row.lane(), this::waiting) > laneBusyAbove);
            if (row.question() && !busy) {
                inAll++;
                inLane.merge(row.lane(), 1, Integer::sum);
            }
            ids.add(insert(row, busy));
        }
        if (!ids.isEmpty()) {
            database.tell(handle, News.WORK);
        }
        return ids;
    }

    /// Those of which no key was seen, also not earlier in the list.
    private List<Arrival> unseen(List<Arrival> arrivals) {
        Set<String> keys = new TreeSet<>();
        arrivals.forEach(arrival -> keys.addAll(arrival.keys()));
        Set<String> fresh = remember(keys.stream().map(CleanText::clean).sorted().distinct().toList());
        List<Arrival> unseen = new ArrayList<>();
        for (Arrival arrival : arrivals) {
            List<String> own = arrival.keys().stream().map(CleanText::clean).toList();
            if (fresh.containsAll(own)) {
                unseen.add(arrival);
            }
            own.forEach(fresh::remove);
        }
        return unseen;
    }

    /// Remembers keys from now, unless they are remembered already.
    ///
    /// @return those that were not
    private Set<String> remember(List<String> keys) {
        Set<String> fresh = new HashSet<>();
        for (int from = 0; from < keys.size(); from += KEYS_AT_ONCE) {
            List<String> some = keys.subList(from, Math.min(keys.size(), from + KEYS_AT_ONCE));
            String values = String.join(", ", some.stream().map(_ -> "(?, ?)").toList());
            Query query = handle.createQuery("INSERT INTO seen (key, at) VALUES " + values
                    + " ON CONFLICT (key) DO UPDATE SET at = excluded.at WHERE seen.at < ? RETURNING key");
            int position = 0;
            for (String key : some) {
                query.bind(position++, key).bind(position++, now);
            }
            fresh.addAll(query.bind(position, now - REMEMBERED_MILLIS).mapTo(String.class).list());
        }
        return fresh;
    }

    /// The arrivals in their conversations: in a thread that hangs on a question, that question's.
    private List<Arrival> rooted(List<Arrival> arrivals) {
        Map<List<String>, String> before = new HashMap<>();
        List<Arrival> rooted = new ArrayList<>();
        for (Arrival arrival : arrivals) {
            String conversation = conversation(arrival, before);
            Arrival row = conversation == null ? arrival : arrival.in(conversation);
            if (row.question() && row.message() != null) {
                before.put(List.of(row.chat(), row.message()), row.conversation());
            }
            rooted.add(row);
        }
        return rooted;
    }

    private @Nullable String conversation(Arrival arrival, Map<List<String>, String> before) {
        String root = arrival.root();
        if (root == null) {
            return null;
        }
        String inBatch = before.get(List.of(arrival.chat(), root));
        return inBatch != null
                ? inBatch
                : handle.createQuery("""
                        SELECT conversation FROM inbox WHERE chat = :chat AND message = :root AND question
                        ORDER BY id DESC LIMIT 1""").bind("chat", arrival.chat()).bind("root", root).mapTo(String.class)
                        .findOne().orElse(null);
    }

    /// How many questions wait, in a lane or in all; those that are told that the bot is busy do not count, as they are
    /// hardly any work.
    private int waiting(@Nullable String lane) {
        String query = "SELECT count(*) FROM inbox WHERE outcome IS NULL AND question AND NOT busy";
        return lane == null
                ? handle.createQuery(query).mapTo(Integer.class).one()
                : handle.createQuery(query + " AND lane = :lane").bind("lane", lane).mapTo(Integer.class).one();
    }

    private long insert(Arrival row, boolean busy) {
        return handle.createQuery("""
                INSERT INTO inbox (keys, platform, chat, conversation, lane, person, message, root, urgent, question,
                    payload, busy, received, head)
                VALUES (:keys, :platform, :chat, :conversation, :lane, :person, :message, :root, :urgent, :question,
                    :payload, :busy, :received,
                    NOT EXISTS (SELECT 1 FROM inbox WHERE lane = :lane AND outcome IS NULL))
                RETURNING id""").bind("keys", Lists.write(row.keys())).bind("platform", row.platform())
                .bind("chat", row.chat()).bind("conversation", row.conversation()).bind("lane", row.lane())
                .bind("person", row.person()).bind("message", row.message()).bind("root", row.root())
                .bind("urgent", row.urgent()).bind("question", row.question()).bind("payload", row.payload())
                .bind("busy", busy).bind("received", now).mapTo(Long.class).one();
    }
}
