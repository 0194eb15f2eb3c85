package dev.pilcrow.store;

import dev.pilcrow.Secret;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;

/// A PostgreSQL server for all tests of a JVM; it ends with the JVM.
public final class TestPostgres {

    private static final AtomicInteger DATABASES = new AtomicInteger();

    private TestPostgres() {
    }

    private static final class Server {
        static final EmbeddedPostgres ONE = start();

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    static int port() {
        return Server.ONE.getPort();
    }

    /// A new and empty database.
    public static String database() throws SQLException {
        String name = "test" + DATABASES.incrementAndGet();
        run("postgres", "CREATE DATABASE " + name);
        return name;
    }

    public static Secret url(String database) {
        return new Secret("jdbc:postgresql://localhost:" + port() + "/" + database + "?user=postgres");
    }

    /// Breaks all connections with a database and takes no more, or takes them again.
    public static void deny(String database, boolean denied) throws SQLException {
        run("postgres", "ALTER DATABASE " + database + " ALLOW_CONNECTIONS " + !denied);
        if (denied) {
            run("postgres",
                    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '" + database + "'");
        }
    }

    /// Runs a statement as the server's owner.
    public static void run(String database, String statement) throws SQLException {
        try (Connection connection = Server.ONE.getDatabase("postgres", database).getConnection();
                Statement one = connection.createStatement()) {
            one.execute(statement);
        }
    }
}
