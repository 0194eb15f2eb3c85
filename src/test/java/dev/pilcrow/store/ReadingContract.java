package dev.pilcrow.store;

import static dev.pilcrow.store.ArrivalBuilder.CHAT;
import static dev.pilcrow.store.ArrivalBuilder.question;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.pilcrow.store.StoreException.Problem;
import org.junit.jupiter.api.Test;

/// What a database does for those who only read it.
abstract class ReadingContract extends StoreContract {

    @Test
    void isReadWhileABotWritesIt() throws Exception {
        long first = save(1, CHAT, "grounded");
        try (Store reading = Store.openReadOnly(url(), clock)) {
            assertThat(reading.answers().find(first)).isPresent();
            long second = save(2, CHAT, "declined");
            accept(question("ann", 1).build());

            assertThat(reading.answers().find(second)).isPresent();
            assertThat(reading.inbox().waiting()).isEqualTo(1);
        }
        assertThat(claim(1)).hasSize(1);
    }

    @Test
    void isReadAfterTheBotHasEnded() throws Exception {
        long answer = save(1, CHAT, "grounded");
        store.close();

        try (Store reading = Store.openReadOnly(url(), clock)) {
            assertThat(reading.answers().find(answer)).isPresent();
        }
        open();
        assertThat(store.answers().find(answer)).isPresent();
    }

    @Test
    void whoOnlyReadsWritesNothing() throws Exception {
        try (Store reading = Store.openReadOnly(url(), clock)) {
            assertThatThrownBy(
                    () -> reading.answers().save(1, CHAT, "ann", "article", "en", "who?", "declined", "", "{}"))
                    .isInstanceOf(StoreFailure.class);
            assertThatThrownBy(() -> reading.articles().save("id", "a.txt", "text")).isInstanceOf(StoreFailure.class);
        }
        assertThat(store.articles().find("id")).isEmpty();
    }

    @Test
    void seesOneStateInASnapshotWhateverIsWrittenMeanwhile() throws Exception {
        try (Store reading = Store.openReadOnly(url(), clock)) {
            reading.transactions().snapshot(handle -> {
                String count = "SELECT count(*) FROM answer";
                assertThat(handle.createQuery(count).mapTo(Integer.class).one()).isZero();
                save(1, CHAT, "grounded");
                return assertThat(handle.createQuery(count).mapTo(Integer.class).one()).isZero();
            });
        }
    }

    @Test
    void tellsAnOlderDatabaseFromANewerOne() throws Exception {
        String history = Schema.HISTORY;
        store.transactions().execute("INSERT INTO " + history
                + " SELECT 99, '9999', description, type, script, checksum, installed_by, installed_on, execution_time,"
                + " success FROM " + history + " WHERE version = '1'");
        assertThat(problem()).isEqualTo(Problem.NEWER);

        store.transactions().execute("DELETE FROM " + history + " WHERE version NOT IN ('1', '2')");
        assertThat(problem()).isEqualTo(Problem.OLDER);

        store.transactions().execute("DELETE FROM " + history);
        assertThat(problem()).isEqualTo(Problem.MISSING);
    }

    Problem problem() {
        StoreException failure = catchThrowableOfType(StoreException.class,
                () -> Store.openReadOnly(url(), clock).close());
        assertThat(failure).as("thrown").isNotNull().hasNoCause();
        return failure.problem();
    }
}
