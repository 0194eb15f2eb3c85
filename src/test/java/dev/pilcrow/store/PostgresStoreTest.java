package dev.pilcrow.store;

import dev.pilcrow.Secret;
import java.sql.SQLException;
import org.junit.jupiter.api.Nested;

/// The contract on PostgreSQL.
class PostgresStoreTest {

    private String database = "";

    private Secret url() throws SQLException {
        if (database.isEmpty()) {
            database = TestPostgres.database();
        }
        return TestPostgres.url(database);
    }

    @Nested
    class OfArrivals extends ArrivalContract {
        @Override
        Secret url() throws SQLException {
            return PostgresStoreTest.this.url();
        }
    }

    @Nested
    class OfClaims extends ClaimContract {
        @Override
        Secret url() throws SQLException {
            return PostgresStoreTest.this.url();
        }
    }

    @Nested
    class OfRecords extends RecordContract {
        @Override
        Secret url() throws SQLException {
            return PostgresStoreTest.this.url();
        }
    }

    @Nested
    class OfRetention extends RetentionContract {
        @Override
        Secret url() throws SQLException {
            return PostgresStoreTest.this.url();
        }
    }

    @Nested
    class OfPeople extends PeopleContract {
        @Override
        Secret url() throws SQLException {
            return PostgresStoreTest.this.url();
        }
    }

    @Nested
    class OfHardships extends HardshipContract {
        @Override
        Secret url() throws SQLException {
            return PostgresStoreTest.this.url();
        }
    }

    @Nested
    class OfReading extends ReadingContract {
        @Override
        Secret url() throws SQLException {
            return PostgresStoreTest.this.url();
        }
    }

    @Nested
    class OfInsights extends InsightContract {
        @Override
        Secret url() throws SQLException {
            return PostgresStoreTest.this.url();
        }
    }
}
