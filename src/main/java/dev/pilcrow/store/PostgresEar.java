package dev.pilcrow.store;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;

/// A session of PostgreSQL that hears what other processes tell. It is made anew when it breaks; as something may have been
/// told in between, all news are passed on then. Thread-safe.
final class PostgresEar implements Hearing {

    /// What a notification is told on.
    static final String CHANNEL = "pilcrow";

    private static final Logger LOG = System.getLogger(PostgresEar.class.getName());
    /// After so long without news it is asked whether the session is still there.
    private static final int SILENCE_MILLIS = 10_000;
    private static final int VALID_SECONDS = 5;
    private static final Duration AGAIN = Duration.ofSeconds(1);

    private final DataSource source;
    private final String self;
    private final Consumer<News> listener;
    private final Thread thread = Thread.ofPlatform().name("store-news").daemon().unstarted(this::run);
    private volatile @Nullable Connection session;
    private volatile boolean closed;

    /// @param self who tells what is not passed on, as it is this process
    PostgresEar(DataSource source, String self, Consumer<News> listener) {
        this.source = source;
        this.self = self;
        this.listener = listener;
    }

    void start() {
        thread.start();
    }

    private void run() {
        while (!closed) {
            try (Connection open = source.getConnection(); Statement statement = open.createStatement()) {
                session = open;
                statement.execute("LISTEN " + CHANNEL);
                for (News news : News.values()) {
                    listener.accept(news);
                }
                listen(open);
            } catch (SQLException | RuntimeException failed) {
                if (!closed) {
                    LOG.log(Level.WARNING, "no news: {0}", failed.getClass().getSimpleName());
                    pause();
                }
            }
        }
    }

    private void listen(Connection open) throws SQLException {
        PGConnection ear = open.unwrap(PGConnection.class);
        while (!closed) {
            PGNotification[] told = ear.getNotifications(SILENCE_MILLIS);
            for (News news : News.values()) {
                if (contains(told, news)) {
                    listener.accept(news);
                }
            }
            if (told.length == 0 && !closed && !open.isValid(VALID_SECONDS)) {
                throw new SQLException("broken");
            }
        }
    }

    private boolean contains(PGNotification[] told, News news) {
        for (PGNotification one : told) {
            if (one.getParameter().startsWith(news.name()) && !one.getParameter().equals(words(news, self))) {
                return true;
            }
        }
        return false;
    }

    /// What is told.
    static String words(News news, String teller) {
        return news + " " + teller;
    }

    private static void pause() {
        try {
            Thread.sleep(AGAIN);
        } catch (InterruptedException _) {
            // Only its end is told so, and that is looked at next.
        }
    }

    @Override
    public void close() {
        closed = true;
        thread.interrupt();
        Connection open = session;
        if (open != null) {
            try {
                open.abort(Runnable::run);
            } catch (SQLException _) {
                // the server ends it
            }
        }
    }
}
