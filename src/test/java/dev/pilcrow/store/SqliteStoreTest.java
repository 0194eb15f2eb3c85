package dev.pilcrow.store;

import dev.pilcrow.Secret;
import java.nio.file.Path;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;

/// The contract on a SQLite file.
class SqliteStoreTest {

    @TempDir
    private Path folder;

    private Secret url() {
        return new Secret("jdbc:sqlite:" + folder.resolve("data/pilcrow.db"));
    }

    @Nested
    class OfArrivals extends ArrivalContract {
        @Override
        Secret url() {
            return SqliteStoreTest.this.url();
        }
    }

    @Nested
    class OfClaims extends ClaimContract {
        @Override
        Secret url() {
            return SqliteStoreTest.this.url();
        }
    }

    @Nested
    class OfRecords extends RecordContract {
        @Override
        Secret url() {
            return SqliteStoreTest.this.url();
        }
    }

    @Nested
    class OfRetention extends RetentionContract {
        @Override
        Secret url() {
            return SqliteStoreTest.this.url();
        }
    }

    @Nested
    class OfPeople extends PeopleContract {
        @Override
        Secret url() {
            return SqliteStoreTest.this.url();
        }
    }

    @Nested
    class OfHardships extends HardshipContract {
        @Override
        Secret url() {
            return SqliteStoreTest.this.url();
        }
    }

    @Nested
    class OfReading extends ReadingContract {
        @Override
        Secret url() {
            return SqliteStoreTest.this.url();
        }
    }

    @Nested
    class OfInsights extends InsightContract {
        @Override
        Secret url() {
            return SqliteStoreTest.this.url();
        }
    }
}
