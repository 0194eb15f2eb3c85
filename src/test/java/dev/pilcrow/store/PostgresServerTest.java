package dev.pilcrow.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.pilcrow.Secret;
import dev.pilcrow.store.StoreException.Problem;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.junit.jupiter.api.Test;

/// What can be wrong with a PostgreSQL database, and what is told about it.
class PostgresServerTest {

    static {
        Console.quiet();
    }

    private static final String PASSWORD = "canary-p4ss%21w0rd";
    private static final String DECODED = "canary-p4ss!w0rd";

    @Test
    void aServerThatIsNotThereIsUnreachable() throws Exception {
        int port;
        try (ServerSocket socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        assertThat(problem("jdbc:postgresql://localhost:" + port + "/x?user=u&password=" + PASSWORD))
                .isEqualTo(Problem.UNREACHABLE);
    }

    @Test
    void aServerThatNeverAnswersIsUnreachableWithinTenSeconds() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            long start = System.nanoTime();
            assertThat(problem("jdbc:postgresql://localhost:" + socket.getLocalPort() + "/x?user=u"))
                    .isEqualTo(Problem.UNREACHABLE);
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(12));
        }
    }

    @Test
    void aDatabaseThatIsNotThereIsUnreachable() {
        assertThat(problem(TestPostgres.url("nowhere").reveal())).isEqualTo(Problem.UNREACHABLE);
    }

    @Test
    void aDatabaseWithTablesOfAnotherProgramIsNotOurs() throws Exception {
        String database = TestPostgres.database();
        TestPostgres.run(database, "CREATE TABLE theirs (id INT)");
        assertThat(problem(TestPostgres.url(database).reveal())).isEqualTo(Problem.NOT_OURS);
    }

    @Test
    void aDatabaseThatMayNotBeChangedIsUnwritable() throws Exception {
        String database = TestPostgres.database();
        TestPostgres.run("postgres", "ALTER DATABASE " + database + " SET default_transaction_read_only = on");
        assertThat(problem(TestPostgres.url(database).reveal())).isEqualTo(Problem.UNWRITABLE);
        TestPostgres.run("postgres", "ALTER DATABASE " + database + " RESET default_transaction_read_only");
        TestPostgres.run(database, "REVOKE CREATE ON SCHEMA public FROM PUBLIC");
        TestPostgres.run("postgres",
                "DO $$ BEGIN CREATE ROLE guest LOGIN; EXCEPTION WHEN duplicate_object THEN END $$");
        assertThat(problem(TestPostgres.url(database).reveal().replace("=postgres", "=guest")))
                .isEqualTo(Problem.UNWRITABLE);
    }

    @Test
    void anAddressThatPutsThePasswordBeforeTheHostIsWrong() {
        assertThat(problem("jdbc:postgresql://u:" + PASSWORD + "@localhost/x")).isEqualTo(Problem.WRONG_URL);
        assertThat(problem("jdbc:postgresql://localhost:abc/x?password=" + PASSWORD)).isEqualTo(Problem.WRONG_URL);
        assertThat(problem("jdbc:postgresql://localhost/x?user=%zz&password=" + PASSWORD)).isEqualTo(Problem.WRONG_URL);
    }

    @Test
    void nobodyTellsThePassword() throws Exception {
        List<String> told = new CopyOnWriteArrayList<>();
        Handler ears = ears(told);
        Logger root = Logger.getLogger("");
        Level before = root.getLevel();
        Console.quiet();
        root.addHandler(ears);
        root.setLevel(Level.ALL);
        try {
            String database = TestPostgres.database();
            String url = TestPostgres.url(database).reveal() + "&password=" + PASSWORD + "&sslpassword=" + PASSWORD;
            try (Store store = Store.open(new Secret(url), InstantSource.system())) {
                store.inbox().claim("me", Duration.ofSeconds(1), 1);
            }
            told.add(failure(url.replace(database, "nowhere")).toString());
            told.add(failure(url.replace("localhost:", "localhost:1")).toString());
            told.add(failure("jdbc:postgresql://u:" + PASSWORD + "@localhost/x").toString());
            told.add(failure("jdbc:postgresql://localhost/x?user=%zz&password=" + PASSWORD).toString());
            told.add(failure("jdbc:postgresql://localhost/x?password=" + PASSWORD + "%zz").toString());
            told.add(failure("jdbc:mysql://localhost/x?password=" + PASSWORD).toString());
        } finally {
            root.setLevel(before);
            root.removeHandler(ears);
        }

        assertThat(told).hasSizeGreaterThan(100).anyMatch(line -> line.contains("localhost"))
                .noneMatch(line -> line.contains(PASSWORD) || line.contains(DECODED) || line.contains("p4ss"));
    }

    private static Handler ears(List<String> told) {
        Handler ears = new Handler() {
            @Override
            public void publish(LogRecord entry) {
                told.add(new SimpleFormatter().format(entry));
            }

            @Override
            public void flush() {
            }

            @Override
            public void close() {
            }
        };
        ears.setLevel(Level.ALL);
        return ears;
    }

    private static Problem problem(String url) {
        return failure(url).problem();
    }

    private static StoreException failure(String url) {
        StoreException failure = catchThrowableOfType(StoreException.class,
                () -> Store.open(new Secret(url), InstantSource.system()).close());
        assertThat(failure).as("thrown").isNotNull().hasNoCause();
        assertThat(failure.toString()).doesNotContain(PASSWORD, DECODED);
        return failure;
    }
}
