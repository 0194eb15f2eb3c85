package dev.pilcrow.store;

import static dev.pilcrow.store.ArrivalBuilder.CHAT;
import static dev.pilcrow.store.ArrivalBuilder.question;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import dev.pilcrow.Secret;
import dev.pilcrow.store.BackupException.Problem;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// A backup is everything, goes into either database, and is refused when it is not whole.
@Timeout(120)
class BackupTest {

    enum Kind {
        SQLITE, POSTGRESQL
    }

    private static final String HOSTILE = "'; DROP TABLE answer; --\u0000 \u202E😀\uD800 \"\\\n\r\u2028 {{x}} 鸭 \u0001";

    private final TestClock clock = new TestClock();
    private Path folder = Path.of("");
    private int files;

    @BeforeEach
    void useFolder(@TempDir Path temporary) {
        Console.quiet();
        folder = temporary;
    }

    private Secret empty(Kind kind) throws SQLException {
        return switch (kind) {
            case SQLITE -> new Secret("jdbc:sqlite:" + folder.resolve("db" + files++ + "/pilcrow.db"));
            case POSTGRESQL -> TestPostgres.url(TestPostgres.database());
        };
    }

    /// Everything that there can be: in all tables, done and waiting and worked on.
    private void fill(Store store) {
        store.articles().save("article", "文 'a'.txt", HOSTILE);
        store.chats().moved(CHAT, "telegram/1/-200");
        store.threads().quiet(CHAT + "/t", true);
        List<Long> ids = store.inbox().accept(List.of(question("ann", 1).build(), question("bob", 2).build(),
                question("bob", 3).build(), question("cy", 4).payload(HOSTILE).build()), 9, 9);
        long answer = store.answers().save(ids.getFirst(), CHAT, "ann", "article", "zh", HOSTILE, "declined", "no",
                HOSTILE);
        store.answers().shownAt(answer, "-100 50");
        new ById(store.inbox()).done(ids.getFirst(), "declined");
        store.feedback().vote(answer, "bob", false, "wrong");
        store.turns().add(CHAT, "ann", "article",
                new TurnTable.Saved(HOSTILE, "", HOSTILE, List.of(HOSTILE, ""), List.of(3)));
        clock.pass(Duration.ofSeconds(1));
        long worked = store.inbox().claim("me", Duration.ofSeconds(60), 1).getFirst().id();
        new ById(store.inbox()).placed(worked, "-100 51");
        store.inbox().askToStop(worked, "stopped");
    }

    private static Map<String, List<Map<String, Object>>> all(Store store) {
        Map<String, List<Map<String, Object>>> all = new LinkedHashMap<>();
        for (BackedUp table : BackedUp.TABLES) {
            all.put(table.name(), store.transactions().read(handle -> handle.createQuery(table.selection())
                    .map((row, _) -> {
                        Map<String, Object> values = new LinkedHashMap<>();
                        for (BackedUp.Column column : table.columns()) {
                            String value = row.getString(column.name());
                            values.put(column.name(), value == null
                                    ? "none"
                                    : value.replaceFirst("^t$", "1")
                                            .replaceFirst("^f$", "0"));
                        }
                        return values;
                    }).list()));
        }
        return all;
    }

    private static int turns(Store store) {
        return store.transactions()
                .read(handle -> handle.createQuery("SELECT count(*) FROM turn").mapTo(Integer.class).one());
    }

    private static List<Map<String, Object>> rows(Map<String, List<Map<String, Object>>> all, String table) {
        return all.getOrDefault(table, List.of());
    }

    private Path backup(Store store) {
        Path file = folder.resolve("backup" + files++);
        store.backup().write(file, "1.2.3", false);
        return file;
    }

    private Path backupOfAll() throws Exception {
        Secret url = empty(Kind.SQLITE);
        try (Store store = Store.open(url, clock)) {
            fill(store);
            return backup(store);
        }
    }

    @ParameterizedTest
    @CsvSource({"SQLITE,SQLITE", "SQLITE,POSTGRESQL", "POSTGRESQL,SQLITE", "POSTGRESQL,POSTGRESQL"})
    void everythingComesBackInEitherDatabaseAndIsFreeToBeTakenUp(Kind from, Kind to) throws Exception {
        Secret source = empty(from);
        Map<String, List<Map<String, Object>>> before;
        try (Store store = Store.open(source, clock)) {
            fill(store);
            before = all(store);
        }
        Path file = folder.resolve("backup");
        try (Store reading = Store.openReadOnly(source, clock)) {
            assertThat(reading.backup().write(file, "1.2.3", false)).isEqualTo(18);
        }
        assertThat(before.values()).noneMatch(List::isEmpty);
        rows(before, "inbox").forEach(row -> {
            row.put("owner", "none");
            row.put("lease_until", "0");
        });

        try (Store store = Store.open(empty(to), clock)) {
            assertThat(Restoration.check(file)).isEqualTo(18);
            assertThat(store.restoration().restore(file)).isEqualTo(18);
            assertThat(all(store)).isEqualTo(before);
            assertThat(store.inbox().claim("you", Duration.ofSeconds(60), 9)).extracting(Claimed::id)
                    .containsExactly(2L, 4L);
            assertThat(store.inbox().renew("you", Duration.ofSeconds(60))).isEqualTo(Map.of(2L, "stopped"));
            assertThat(store.inbox().accept(List.of(question("ann", 1).build()), 9, 9)).as("known").isEmpty();
            new ById(store.inbox()).done(2, "answered");
            assertThat(store.inbox().claim("you", Duration.ofSeconds(60), 9)).extracting(Claimed::id)
                    .containsExactly(3L);
        }
    }

    @ParameterizedTest
    @EnumSource
    void newNumbersAreNoneThatWereEverGivenAlsoAfterTheBackup(Kind kind) throws Exception {
        Path file;
        try (Store store = Store.open(empty(kind), clock)) {
            fill(store);
            store.people().forget("telegram", "nobody");
            store.transactions().execute("DELETE FROM answer");
            file = backup(store);
            store.answers().save(77, CHAT, "ann", "article", "zh", "later", "declined", "", "{}");
        }
        try (Store store = Store.open(empty(kind), clock)) {
            store.restoration().restore(file);
            assertThat(store.inbox().accept(List.of(question("ann", 9).build()), 9, 9).getFirst())
                    .isEqualTo(4 + Restoration.GAP + 1);
            assertThat(store.answers().save(9, CHAT, "ann", "article", "en", "new", "grounded", "", "{}"))
                    .isEqualTo(1 + Restoration.GAP + 1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aBackupHasEveryColumnOfEveryTableOfReaders(Kind kind) throws Exception {
        String tables = kind == Kind.SQLITE
                ? """
                        SELECT t.name AS tables, c.name AS columns FROM sqlite_schema t, pragma_table_info(t.name) c
                        WHERE t.type = 'table' AND t.name NOT LIKE 'sqlite_%'"""
                : """
                        SELECT table_name AS tables, column_name AS columns FROM information_schema.columns
                        WHERE table_schema = current_schema()""";
        try (Store store = Store.open(empty(kind), clock)) {
            Set<String> there = store.transactions().read(handle -> handle.createQuery(tables)
                    .map((row, _) -> row.getString("tables") + '.' + row.getString("columns"))
                    .collect(Collectors.toCollection(TreeSet::new)));
            there.removeIf(column -> Set.of(Schema.HISTORY, "forgotten", "bucket", "told")
                    .contains(column.substring(0, column.indexOf('.'))));
            assertThat(BackedUp.TABLES.stream()
                    .flatMap(table -> table.columns().stream().map(column -> table.name() + '.' + column.name())))
                    .containsExactlyInAnyOrderElementsOf(there);
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatABotWritesMeanwhileIsInABackupWhollyOrNotAtAll(Kind kind) throws Exception {
        Secret url = empty(kind);
        AtomicBoolean ended = new AtomicBoolean();
        List<Path> backups = new ArrayList<>();
        try (Store store = Store.open(url, clock); Store reading = Store.openReadOnly(url, clock)) {
            Thread writer = Thread.ofPlatform().start(() -> {
                for (int number = 1; !ended.get(); number++) {
                    long id = store.inbox().accept(List.of(question("ann", number).build()), 9, 9).getFirst();
                    long answer = store.answers().save(id, CHAT, "ann", "article", "en", "q", "grounded", "", "{}");
                    store.feedback().vote(answer, "bob", true, "");
                    new ById(store.inbox()).done(id, "answered");
                    store.transactions().write(handle -> {
                        handle.execute("INSERT INTO article (id, name, text) VALUES (?, 'n', 't')", "a" + answer);
                        return handle.execute("""
                                INSERT INTO turn (conversation, article, question, standalone, context, claims, cited,
                                    at) VALUES ('c', 'a', 'q', '', '', '[]', '[]', 1)""");
                    });
                }
            });
            for (int i = 0; i < 5; i++) {
                int last = turns(reading);
                await().atMost(Duration.ofSeconds(60)).until(() -> turns(reading) > last + 1);
                backups.add(backup(reading));
            }
            ended.set(true);
            writer.join();
        }
        int before = 0;
        for (Path file : backups) {
            try (Store restored = Store.open(empty(Kind.SQLITE), clock)) {
                restored.restoration().restore(file);
                Map<String, List<Map<String, Object>>> all = all(restored);
                int turns = rows(all, "turn").size();
                assertThat(rows(all, "article")).as("written with the turn, but read long before").hasSize(turns);
                assertThat(rows(all, "inbox").size()).isBetween(turns, turns + 1);
                assertThat(rows(all, "answer").size()).isBetween(turns, turns + 1);
                assertThat(rows(all, "feedback").size()).isBetween(turns, turns + 1);
                assertThat(turns).as("later backups have more").isGreaterThan(before);
                before = turns;
            }
        }
    }

    @Test
    void aFileIsForItsOwnerOnlyAndIsReplacedOnlyWhenThatIsWanted() throws Exception {
        Path file = folder.resolve("backup");
        Files.writeString(file, "precious");
        Files.writeString(folder.resolve("backup.part"), "of one that was killed");
        try (Store store = Store.open(empty(Kind.SQLITE), clock)) {
            refused(Problem.EXISTS, () -> store.backup().write(file, "1", false));
            assertThat(file).hasContent("precious");
            store.backup().write(file, "1", true);
            refused(Problem.UNWRITABLE, () -> store.backup().write(folder.resolve("none/backup"), "1", false));
            refused(Problem.UNWRITABLE, () -> store.backup().write(folder, "1", true));
        }
        assertThat(Restoration.check(file)).isZero();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------");
        assertThat(folder.resolve("backup.part")).doesNotExist();
    }

    @Test
    void onlyAnEmptyStoreIsRestoredInto() throws Exception {
        Path file = backupOfAll();
        for (Kind kind : Kind.values()) {
            try (Store store = Store.open(empty(kind), clock)) {
                store.threads().quiet(CHAT, true);
                Map<String, List<Map<String, Object>>> before = all(store);
                refused(Problem.NOT_EMPTY, () -> store.restoration().restore(file));
                assertThat(all(store)).isEqualTo(before);
            }
        }
    }

    @Test
    void aFileThatIsCutAnywhereIsRefusedAndNothingIsRestored() throws Exception {
        byte[] whole = Files.readAllBytes(backupOfAll());
        Path cut = folder.resolve("cut");
        try (Store store = Store.open(empty(Kind.SQLITE), clock)) {
            for (int length = 0; length < whole.length; length += 1 + length / 40) {
                Files.write(cut, Arrays.copyOf(whole, length));
                Problem expected = length < 2 ? Problem.FOREIGN : Problem.DAMAGED;
                assertThatExceptionOfType(BackupException.class).as("cut to %d", length)
                        .isThrownBy(() -> Restoration.check(cut)).extracting(BackupException::problem)
                        .isIn(expected, Problem.FOREIGN);
                assertThatExceptionOfType(BackupException.class).isThrownBy(() -> store.restoration().restore(cut));
            }
            assertThat(all(store).values()).allMatch(List::isEmpty);
        }
    }

    @Test
    void aFileWithOneByteChangedIsRefused() throws Exception {
        byte[] whole = Files.readAllBytes(backupOfAll());
        Path flipped = folder.resolve("flipped");
        for (int at = 10; at < whole.length; at += 7) {
            whole[at] ^= 0x10;
            Files.write(flipped, whole);
            whole[at] ^= 0x10;
            assertThatExceptionOfType(BackupException.class).as("byte %d", at)
                    .isThrownBy(() -> Restoration.check(flipped));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"declined|grounded|DAMAGED", "\"format\":1|\"format\":2|NEWER",
            "\"pilcrow\":|\"other\":|FOREIGN", "\"busy\"|\"lazy\"|NEWER",
            "\"table\":\"chat\"|\"table\":\"chats\"|NEWER",
            "{\"rows\":|[1,{\"rows\":|DAMAGED", "{\"rows\":|{\"lines\":|DAMAGED"})
    void linesThatWereChangedInAnEditorAreRefused(String from, String to, Problem problem) throws Exception {
        String lines = unpacked(backupOfAll());
        assertThat(lines).contains(from);
        Path file = packed(lines.replaceFirst(Pattern.quote(from), to));
        refused(problem, () -> Restoration.check(file));
    }

    @Test
    void linesOfTwoBackupsAreNotOneAndOtherFilesAreNone() throws Exception {
        String lines = unpacked(backupOfAll());
        refused(Problem.DAMAGED, () -> Restoration.check(packed(lines + lines)));
        refused(Problem.FOREIGN, () -> Restoration.check(packed("{\"a\":1}\n")));
        refused(Problem.FOREIGN, () -> Restoration.check(packed("")));
        refused(Problem.FOREIGN, () -> Restoration.check(Files.writeString(folder.resolve("text"), lines)));
        refused(Problem.MISSING, () -> Restoration.check(folder.resolve("none")));
        refused(Problem.UNREADABLE, () -> Restoration.check(folder));
    }

    private Path packed(String lines) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(lines.getBytes(StandardCharsets.UTF_8));
            out.finish();
            return Files.write(folder.resolve("packed" + files++), bytes.toByteArray());
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String unpacked(Path file) throws IOException {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(Files.readAllBytes(file)))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static void refused(Problem problem, ThrowingCallable work) {
        assertThatExceptionOfType(BackupException.class).isThrownBy(work).extracting(BackupException::problem)
                .isEqualTo(problem);
    }
}
