package dev.pilcrow.store;

import static dev.pilcrow.store.ArrivalBuilder.question;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.pilcrow.Secret;
import dev.pilcrow.store.StoreException.Problem;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What can be wrong with a SQLite file; some of it is broken here on purpose.
class SqliteFileTest {

    static {
        Console.quiet();
    }

    @TempDir
    private Path folder;

    @Test
    void commitsAreWrittenThrough() throws Exception {
        try (Store store = open(folder.resolve("a.db"))) {
            assertThat(pragma(store, "journal_mode")).isEqualTo("wal");
            assertThat(pragma(store, "synchronous")).isEqualTo("2");
            assertThat(pragma(store, "foreign_keys")).isEqualTo("1");
        }
    }

    private static String pragma(Store store, String name) {
        return store.transactions().read(handle -> handle.createQuery("PRAGMA " + name).mapTo(String.class).one());
    }

    @Test
    void theHotQueriesReadIndexes() throws Exception {
        try (Store store = open(folder.resolve("a.db"))) {
            assertThat(plan(store, InboxTable.CLAIMABLE.replace(":now", "1").replace(":most", "1")))
                    .containsExactly("SCAN inbox USING INDEX inbox_head");
            assertThat(plan(store, Lanes.PROMOTE.replace("?", "'x'"))).first().asString()
                    .startsWith("SEARCH inbox USING INTEGER PRIMARY KEY");
            assertThat(plan(store, Lanes.PROMOTE.replace("?", "'x'"))).last().asString()
                    .isEqualTo("SEARCH inbox USING INDEX inbox_lane (lane=?)");
        }
    }

    private static List<String> plan(Store store, String query) {
        return store.transactions().read(handle -> handle.createQuery("EXPLAIN QUERY PLAN " + query)
                .map((row, _) -> row.getString("detail")).list());
    }

    @Test
    void nobodyElseMayReadTheFile() throws Exception {
        assumeThat(folder.getFileSystem().supportedFileAttributeViews()).contains("posix");
        Path file = folder.resolve("new/folder/a.db");
        try (Store store = open(file)) {
            store.inbox().accept(List.of(question("ann", 1).build()), 1, 1);
            for (String name : List.of("a.db", "a.db-wal", "a.db-shm", "a.db.lock")) {
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file.resolveSibling(name))))
                        .as(name)
                        .isEqualTo("rw-------");
            }
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file.getParent())))
                    .isEqualTo("rwx------");
        }
    }

    @Test
    void oneProcessHasTheFileByAllItsNames() throws Exception {
        Path file = folder.resolve("a.db");
        Path link = folder.resolve("link");
        Process process = Acceptor.start(url(file), 1);
        try {
            Files.createSymbolicLink(link, folder);
            assertThat(problem(url(file))).isEqualTo(Problem.IN_USE);
            assertThat(problem(url(link.resolve("a.db")))).isEqualTo(Problem.IN_USE);
        } finally {
            process.destroyForcibly().waitFor();
        }
        try (Store store = open(file)) {
            assertThatNoException().isThrownBy(store::check);
        }
    }

    /// A lock of the system ends when the process closes any channel of the file, so trying again must not.
    @Test
    void aSecondTryInTheProcessDoesNotLetAnotherProcessIn() throws Exception {
        Path file = folder.resolve("a.db");
        try (Store store = open(file)) {
            assertThat(problem(url(file))).isEqualTo(Problem.IN_USE);
            assertThat(problem(url(file))).isEqualTo(Problem.IN_USE);
            Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "--enable-native-access=ALL-UNNAMED", "-cp", System.getProperty("java.class.path"),
                    Acceptor.class.getName(), url(file).reveal(), "1").redirectErrorStream(true).start();
            assertThat(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)).contains("IN_USE")
                    .doesNotStartWith("open");
            store.check();
        }
        open(file).close();
    }

    @Test
    void aFileOfAnotherProgramIsNotOursAndStaysAsItIs() throws Exception {
        Path file = folder.resolve("theirs.db");
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE theirs (id INT)");
        }
        byte[] before = Files.readAllBytes(file);

        assertThat(problem(url(file))).isEqualTo(Problem.NOT_OURS);

        assertThat(Files.readAllBytes(file)).isEqualTo(before);
    }

    @Test
    void aFileThatIsNoDatabaseIsNotOursAndStaysAsItIs() throws Exception {
        for (String text : List.of("x", "An article about something.\n".repeat(400), "SQLite format 3\0")) {
            Path file = Files.writeString(folder.resolve("article.txt"), text);
            assertThat(problem(url(file))).isEqualTo(Problem.NOT_OURS);
            assertThat(file).hasContent(text);
        }
    }

    @Test
    void aFileThatWasCutShortOrOverwrittenIsNotOurs() throws Exception {
        Path file = folder.resolve("a.db");
        try (Store store = open(file)) {
            store.inbox().accept(IntStream.range(0, 500).mapToObj(n -> question("p" + n, n).build()).toList(), 900,
                    900);
        }
        byte[] whole = Files.readAllBytes(file);
        for (int part = 1; part < 8; part++) {
            Files.write(file, Arrays.copyOf(whole, whole.length * part / 8));
            assertThat(problem(url(file))).as("%d/8", part).isEqualTo(Problem.NOT_OURS);
        }
        Files.write(file, whole);
        try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
            bytes.seek(4096L * 3);
            bytes.write(new byte[4096 * 5]);
        }
        assertThat(problem(url(file))).isEqualTo(Problem.NOT_OURS);
        Files.write(file, whole);
        open(file).close();
    }

    @Test
    void aFullDiskTakesNothingAndLosesNothing() throws Exception {
        try (Store store = open(folder.resolve("a.db"))) {
            List<Arrival> first = List.of(question("ann", 1).build());
            store.inbox().accept(first, 9, 9);
            store.transactions().<Object>read(handle -> handle.execute("PRAGMA max_page_count = 1"));
            List<Arrival> more = IntStream.range(2, 500).mapToObj(n -> question("p" + n, n).build()).toList();

            StoreFailure failure = catchThrowableOfType(StoreFailure.class, () -> store.inbox().accept(more, 999, 999));

            assertThat(failure).hasMessageContaining("SQLITE_FULL").hasNoCause();
            assertThat(store.inbox().waiting()).isEqualTo(1);
            store.transactions().<Object>read(handle -> handle.execute("PRAGMA max_page_count = 100000"));
            assertThat(store.inbox().accept(more, 999, 999)).hasSameSizeAs(more);
            assertThat(store.inbox().accept(first, 9, 9)).isEmpty();
        }
    }

    @Test
    void whatIsNoPlaceForAFileIsUnwritable() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "text");
        assertThat(problem(url(file.resolve("a.db")))).isEqualTo(Problem.UNWRITABLE);
        assertThat(problem(url(file.resolve("folder/a.db")))).isEqualTo(Problem.UNWRITABLE);
        assertThat(problem(url(folder))).isEqualTo(Problem.UNWRITABLE);
        assertThat(problem(url(folder.resolve("x".repeat(300))))).isEqualTo(Problem.UNWRITABLE);
        assertThat(problem(new Secret("jdbc:sqlite:a\0b"))).isEqualTo(Problem.UNWRITABLE);
        assumeThat(Path.of("/proc/self")).exists();
        assertThat(problem(new Secret("jdbc:sqlite:/proc/a.db"))).isEqualTo(Problem.UNWRITABLE);
        assertThat(problem(new Secret("jdbc:sqlite:/proc/folder/a.db"))).isEqualTo(Problem.UNWRITABLE);
    }

    @Test
    void readingMakesNoFileAndTellsWhatIsMissing() throws Exception {
        Path file = folder.resolve("new/a.db");
        assertThat(readingProblem(url(file))).isEqualTo(Problem.MISSING);
        assertThat(folder).isEmptyDirectory();

        Path empty = Files.createFile(folder.resolve("empty.db"));
        assertThat(readingProblem(url(empty))).isEqualTo(Problem.MISSING);
        Path text = Files.writeString(folder.resolve("article.txt"), "An article.");
        assertThat(readingProblem(url(text))).isEqualTo(Problem.NOT_OURS);
        assertThat(readingProblem(new Secret("jdbc:sqlite:a\0b"))).isEqualTo(Problem.MISSING);
        assertThat(readingProblem(new Secret("jdbc:sqlite::memory:"))).isEqualTo(Problem.WRONG_URL);
    }

    @Test
    void readingDoesNotLetAnotherProcessIn() throws Exception {
        Path file = folder.resolve("a.db");
        Process process = Acceptor.start(url(file), 1);
        try {
            Store.openReadOnly(url(file), InstantSource.system()).close();
            assertThat(problem(url(file))).isEqualTo(Problem.IN_USE);
        } finally {
            process.destroyForcibly().waitFor();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a.db", "jdbc:mysql://localhost/x", "jdbc:sqlite:", "jdbc:sqlite::memory:",
            "jdbc:sqlite:file:a.db?mode=memory", "jdbc:sqlite:a.db?journal_mode=OFF", "postgresql://localhost/x"})
    void anAddressOfAnythingElseIsWrong(String url) {
        assertThat(problem(new Secret(url))).isEqualTo(Problem.WRONG_URL);
    }

    private static Secret url(Path file) {
        return new Secret("jdbc:sqlite:" + file);
    }

    private static Store open(Path file) throws StoreException {
        return Store.open(url(file), InstantSource.system());
    }

    private static Problem readingProblem(Secret url) {
        StoreException failure = catchThrowableOfType(StoreException.class,
                () -> Store.openReadOnly(url, InstantSource.system()).close());
        assertThat(failure).as("thrown").isNotNull();
        return failure.problem();
    }

    private static Problem problem(Secret url) {
        StoreException failure = catchThrowableOfType(StoreException.class,
                () -> Store.open(url, InstantSource.system()).close());
        assertThat(failure).as("thrown").isNotNull();
        return failure.problem();
    }
}
